using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Audit.Chain;

namespace Navo.Integrations.Core.Registration;

/// <summary>The bounds of an audit file.</summary>
internal static class AuditFileRules
{
    public static void Check(OptionsFindings findings, AuditFileOptions file)
    {
        findings.Check(file.Path is null || (!string.IsNullOrWhiteSpace(file.Path) && file.Path.IndexOfAny(Path.GetInvalidPathChars()) < 0), "File:Path", "must be the path of a file");
        findings.Check(Enum.IsDefined(file.Format), "File:Format", "must be Navo or Ocsf");
        findings.Check(file.MaxBytes is null or (>= 4096 and <= 1L << 40), "File:MaxBytes", "must be 4,096 to 1,099,511,627,776 (1 TiB)");
        findings.Check(file.KeepFiles is null or (>= 1 and <= 100_000), "File:KeepFiles", "must be 1 to 100,000");
        findings.Check(file.ChainKey is null || ChainHash.ReadKey(file.ChainKey) is not null, "File:ChainKey", "must be base64 of 32 bytes or more");
        findings.Check(file.ChainKey is null || file.Chain, "File:Chain", "must be true where there is a ChainKey");
    }

    /// <summary>Refuses options that cannot work.</summary>
    public static void Require(AuditFileOptions file)
    {
        OptionsFindings findings = new("Audit", instance: null);
        findings.Check(file.Path is not null, "File:Path", "is missing");
        Check(findings, file);
        if (findings.ToResult().Failures is { } failures)
        {
            throw new ConfigurationException(string.Join(" ", failures));
        }
    }
}
