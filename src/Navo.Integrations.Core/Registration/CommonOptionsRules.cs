using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Core.Registration;

/// <summary>The bounds of the options that every integration has.</summary>
internal static class CommonOptionsRules
{
    public static void CheckHttp(OptionsFindings findings, IntegrationHttpOptions http)
    {
        findings.Check(http.MaxConcurrentRequests is >= 1 and <= 1000, "Http:MaxConcurrentRequests", "must be 1 to 1,000");
        findings.Check(http.MaxQueuedRequests is >= 0 and <= 1_000_000, "Http:MaxQueuedRequests", "must be 0 to 1,000,000");
        findings.Check(IsDuration(http.AttemptTimeout), "Http:AttemptTimeout", "must be more than zero and at most one day");
        findings.Check(http.MaxRetryAttempts is >= 0 and <= 10, "Http:MaxRetryAttempts", "must be 0 to 10");
        findings.Check(IsDuration(http.RetryBaseDelay), "Http:RetryBaseDelay", "must be more than zero and at most one day");
        findings.Check(IsDuration(http.MaxRetryDelay) && http.MaxRetryDelay >= http.RetryBaseDelay, "Http:MaxRetryDelay", "must be at least RetryBaseDelay and at most one day");
        findings.Check(http.RetryBudgetRatio is >= 0 and <= 1, "Http:RetryBudgetRatio", "must be 0 to 1");
        findings.Check(http.BreakerFailureRatio is > 0 and <= 1, "Http:BreakerFailureRatio", "must be above 0 and at most 1");
        findings.Check(http.BreakerMinimumThroughput >= 2, "Http:BreakerMinimumThroughput", "must be 2 or more");
        findings.Check(http.BreakerSamplingDuration >= TimeSpan.FromMilliseconds(500) && IsDuration(http.BreakerSamplingDuration), "Http:BreakerSamplingDuration", "must be half a second to one day");
        findings.Check(http.BreakDuration >= TimeSpan.FromMilliseconds(500) && IsDuration(http.BreakDuration), "Http:BreakDuration", "must be half a second to one day");
        findings.Check(http.MaxResponseBytes is >= 1024 and <= 1L << 30, "Http:MaxResponseBytes", "must be 1,024 to 1,073,741,824");
        findings.Check(IsDuration(http.PooledConnectionLifetime), "Http:PooledConnectionLifetime", "must be more than zero and at most one day");
    }

    public static void CheckCache(OptionsFindings findings, IntegrationCacheOptions cache)
    {
        CheckRegion(findings, cache.Response, "Response");
        CheckRegion(findings, cache.Content, "Content");
        CheckRegion(findings, cache.Permission, "Permission");
        CheckRegion(findings, cache.Metadata, "Metadata");
        findings.Check(cache.Permission.StaleFor == TimeSpan.Zero, "Cache:Permission:StaleFor", "must be zero: a permission is never served past its lifetime");
    }

    private static void CheckRegion(OptionsFindings findings, CacheRegionOptions region, string name)
    {
        findings.Check(IsDuration(region.Lifetime), $"Cache:{name}:Lifetime", "must be more than zero and at most one day");
        findings.Check(region.StaleFor >= TimeSpan.Zero && region.StaleFor <= TimeSpan.FromDays(7), $"Cache:{name}:StaleFor", "must be zero to seven days");
    }

    private static bool IsDuration(TimeSpan value) => value > TimeSpan.Zero && value <= TimeSpan.FromDays(1);
}
