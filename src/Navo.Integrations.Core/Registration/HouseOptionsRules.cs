using Microsoft.Extensions.Options;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Registration;

/// <summary>The bounds of the options that belong to all integrations together.</summary>
internal sealed class HouseOptionsRules : IValidateOptions<AuditOptions>, IValidateOptions<CacheStoreOptions>, IValidateOptions<SyncStorageOptions>
{
    public ValidateOptionsResult Validate(string? name, AuditOptions options)
    {
        OptionsFindings findings = new("Audit", instance: null);
        findings.Check(IsDuration(options.WriteTimeout), nameof(options.WriteTimeout), "must be more than zero and at most one hour");
        AuditFileRules.Check(findings, options.File);
        return findings.ToResult();
    }

    public ValidateOptionsResult Validate(string? name, CacheStoreOptions options)
    {
        OptionsFindings findings = new("CacheStore", instance: null);
        CheckMemory(findings, nameof(options.ResponseMaxBytes), options.ResponseMaxBytes);
        CheckMemory(findings, nameof(options.ContentMaxBytes), options.ContentMaxBytes);
        CheckMemory(findings, nameof(options.PermissionMaxBytes), options.PermissionMaxBytes);
        CheckMemory(findings, nameof(options.MetadataMaxBytes), options.MetadataMaxBytes);
        findings.Check(IsDuration(options.SecondLevelTimeout), nameof(options.SecondLevelTimeout), "must be more than zero and at most one hour");
        findings.Check(options.SecondLevelBreakDuration >= TimeSpan.Zero && options.SecondLevelBreakDuration <= TimeSpan.FromHours(1), nameof(options.SecondLevelBreakDuration), "must be zero to one hour");
        findings.Check(options.EncryptionKeys is null || CacheKeyRing.Read(options.EncryptionKeys) is not null, nameof(options.EncryptionKeys), "must be id:base64 pairs with commas between them, each id once and each key of 32 bytes");
        return findings.ToResult();
    }

    public ValidateOptionsResult Validate(string? name, SyncStorageOptions options)
    {
        OptionsFindings findings = new("Sync", instance: null);
        findings.Check(!string.IsNullOrWhiteSpace(options.Folder) && options.Folder.IndexOfAny(Path.GetInvalidPathChars()) < 0, nameof(options.Folder), "must be the path of a folder");
        return findings.ToResult();
    }

    private static void CheckMemory(OptionsFindings findings, string key, long bytes) =>
        findings.Check(bytes is >= 1L << 20 and <= 1L << 40, key, "must be 1,048,576 (1 MiB) to 1,099,511,627,776 (1 TiB)");

    private static bool IsDuration(TimeSpan value) => value > TimeSpan.Zero && value <= TimeSpan.FromHours(1);
}
