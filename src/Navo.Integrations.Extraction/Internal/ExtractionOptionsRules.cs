using Microsoft.Extensions.Options;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>The bounds of <see cref="ExtractionOptions"/>.</summary>
internal sealed class ExtractionOptionsRules : IValidateOptions<ExtractionOptions>
{
    public ValidateOptionsResult Validate(string? name, ExtractionOptions options)
    {
        OptionsFindings findings = new("Extraction", instance: null);
        AtLeastOne(findings, nameof(options.MaxInputBytes), options.MaxInputBytes);
        AtLeastOne(findings, nameof(options.MaxExpandedBytes), options.MaxExpandedBytes);
        AtLeastOne(findings, nameof(options.MaxEntries), options.MaxEntries);
        AtLeastOne(findings, nameof(options.MaxPages), options.MaxPages);
        AtLeastOne(findings, nameof(options.MaxCells), options.MaxCells);
        AtLeastOne(findings, nameof(options.MaxCharacters), options.MaxCharacters);
        findings.Check(options.MaxExpansionRatio >= 2, nameof(options.MaxExpansionRatio), "must be 2 or more");
        findings.Check(options.MaxNesting is >= 0 and <= 16, nameof(options.MaxNesting), "must be 0 to 16");
        findings.Check(options.TimeLimit > TimeSpan.Zero && options.TimeLimit <= TimeSpan.FromHours(1), nameof(options.TimeLimit), "must be more than zero and at most one hour");
        return findings.ToResult();
    }

    private static void AtLeastOne(OptionsFindings findings, string key, long value) => findings.Check(value >= 1, key, "must be 1 or more");
}
