using Microsoft.Extensions.Configuration;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Health;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.Core.Telemetry;

namespace Navo.Integrations.Core.Configuration;

/// <summary>The sections that belong to all integrations together.</summary>
internal static class HouseSections
{
    private static readonly string[] Roots = ["Navo:Integrations", "integrations"];

    public static IntegrationSchema Audit { get; } = new()
    {
        Kind = "audit",
        IsIntegration = false,
        Keys =
        [
            new(nameof(AuditOptions.FailClosed), OptionKeyKind.Flag),
            new(nameof(AuditOptions.WriteTimeout), OptionKeyKind.Seconds),
            new("File:Path", OptionKeyKind.Text),
            new("File:Format", OptionKeyKind.Choice) { Choices = Enum.GetNames<AuditFormat>() },
            new("File:MaxBytes", OptionKeyKind.Bytes),
            new("File:Daily", OptionKeyKind.Flag),
            new("File:KeepFiles", OptionKeyKind.Integer),
            new("File:Chain", OptionKeyKind.Flag),
            new("File:ChainKey", OptionKeyKind.Secret),
        ],
    };

    public static IntegrationSchema CacheStore { get; } = new()
    {
        Kind = "cache-store",
        IsIntegration = false,
        Keys =
        [
            new(nameof(CacheStoreOptions.ResponseMaxBytes), OptionKeyKind.Bytes),
            new(nameof(CacheStoreOptions.ContentMaxBytes), OptionKeyKind.Bytes),
            new(nameof(CacheStoreOptions.PermissionMaxBytes), OptionKeyKind.Bytes),
            new(nameof(CacheStoreOptions.MetadataMaxBytes), OptionKeyKind.Bytes),
            new(nameof(CacheStoreOptions.SecondLevelTimeout), OptionKeyKind.Seconds),
            new(nameof(CacheStoreOptions.SecondLevelBreakDuration), OptionKeyKind.Seconds),
            new(nameof(CacheStoreOptions.EncryptionKeys), OptionKeyKind.Secret),
        ],
    };

    public static IntegrationSchema Sync { get; } = new()
    {
        Kind = "sync",
        IsIntegration = false,
        Keys =
        [
            new(nameof(SyncStorageOptions.Folder), OptionKeyKind.Text),
            new(nameof(ContentSyncServiceOptions.ShortestInterval), OptionKeyKind.Seconds),
            new(nameof(ContentSyncServiceOptions.LongestInterval), OptionKeyKind.Seconds),
            new(nameof(ContentSyncServiceOptions.NotifiedInterval), OptionKeyKind.Seconds),
            new(nameof(ContentSyncServiceOptions.AccessInterval), OptionKeyKind.Seconds),
            new(nameof(ContentSyncServiceOptions.SaveEvery), OptionKeyKind.Integer),
            new(nameof(ContentSyncServiceOptions.MaxConsecutiveFailures), OptionKeyKind.Integer),
        ],
    };

    public static IntegrationSchema Telemetry { get; } = new() { Kind = "telemetry", IsIntegration = false, Keys = [new(nameof(TelemetryOptions.IncludeQueryText), OptionKeyKind.Flag)] };

    public static IntegrationSchema Health { get; } = new()
    {
        Kind = "health",
        IsIntegration = false,
        Keys =
        [
            new(nameof(HealthMonitorOptions.Interval), OptionKeyKind.Seconds),
            new(nameof(HealthMonitorOptions.Timeout), OptionKeyKind.Seconds),
            new(nameof(HealthMonitorOptions.KeepFor), OptionKeyKind.Seconds),
        ],
    };

    public static IntegrationSchema Alerts { get; } = new() { Kind = "alerts", IsIntegration = false, Keys = AlertOptionKeys.Keys };

    /// <summary>Refuses a section that neither the house nor one of the kinds of integrations knows.</summary>
    public static void RefuseUnknown(IConfiguration configuration, IReadOnlyList<string> kinds)
    {
        string[] known = [.. kinds, Audit.Kind, CacheStore.Kind, Sync.Kind, Telemetry.Kind, Health.Kind, Alerts.Kind];
        HashSet<string> forms = [.. known.Select(KeyForm.Normalize)];
        foreach (IConfigurationSection section in Roots.SelectMany(root => configuration.GetSection(root).GetChildren()))
        {
            if (!forms.Contains(KeyForm.Normalize(section.Key)))
            {
                string? nearest = EditDistance.Nearest(section.Key, known);
                throw Setting.Fault(section.Path, "is not known.", nearest is null ? $"Known are: {string.Join(", ", known)}." : $"Is '{nearest}' meant?");
            }
        }
    }
}
