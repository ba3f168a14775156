using Microsoft.Extensions.Options;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Core.Sync;

/// <summary>The bounds of a service's options.</summary>
internal sealed class ContentSyncServiceRules : IValidateOptions<ContentSyncServiceOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, ContentSyncServiceOptions options)
    {
        OptionsFindings findings = new("Sync", instance: null);
        findings.Check(options.ShortestInterval >= TimeSpan.FromSeconds(1), nameof(options.ShortestInterval), "must be one second at least");
        findings.Check(options.LongestInterval >= options.ShortestInterval && options.LongestInterval <= Longest, nameof(options.LongestInterval), "must be from the shortest interval to a day");
        findings.Check(options.NotifiedInterval >= options.ShortestInterval && options.NotifiedInterval <= Longest, nameof(options.NotifiedInterval), "must be from the shortest interval to a day");
        findings.Check(options.AccessInterval is null || options.AccessInterval >= options.ShortestInterval, nameof(options.AccessInterval), "must be null or not less than the shortest interval");
        findings.Check(options.SaveEvery is >= 1 and <= 100_000, nameof(options.SaveEvery), "must be 1 to 100,000");
        findings.Check(options.MaxConsecutiveFailures is >= 1 and <= 1000, nameof(options.MaxConsecutiveFailures), "must be 1 to 1,000");
        findings.Check(options.Scope is not null && options.Deletions is not null, nameof(options.Scope), "and Deletions must not be null");
        return findings.ToResult();
    }
}
