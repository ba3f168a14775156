using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Alerts;

/// <summary>When one rule raises and ends an alert, in the unit of the rule.</summary>
internal readonly record struct AlertLimits(AlertRuleOptions Options, double Raise, double Clear)
{
    /// <summary>The fewest calls that raise an alert.</summary>
    public long MinimumSamples { get; private init; }

    /// <summary>Whether less is worse.</summary>
    public bool IsFalling { get; private init; }

    public static AlertLimits Of(AlertRule rule, AlertOptions options) => rule switch
    {
        AlertRule.ResponseTime => Of(options.ResponseTime) with { MinimumSamples = options.MinimumCalls },
        AlertRule.ErrorRate => Of(options.ErrorRate) with { MinimumSamples = options.MinimumCalls },
        AlertRule.AuthenticationFailures => Of(options.AuthenticationFailures),
        AlertRule.QuotaUsed => Of(options.QuotaUsed),
        AlertRule.BreakerOpen => new(options.BreakerOpen, 1, 0),
        AlertRule.SyncLag => Of(options.SyncLag),
        AlertRule.BudgetUsed => Of(options.BudgetUsed),
        AlertRule.Expiry => Of(options.Expiry) with { IsFalling = true },
        _ => new(options.Unhealthy, 1, 0),
    };

    public bool IsBad(AlertReading reading) =>
        (reading.Samples ?? long.MaxValue) >= MinimumSamples && (IsFalling ? reading.Value <= Raise : reading.Value >= Raise);

    public bool IsGood(AlertReading reading) => IsFalling ? reading.Value >= Clear : reading.Value <= Clear;

    private static AlertLimits Of(AlertLevelOptions options) => new(options, options.RaiseAt, options.ClearAt);

    private static AlertLimits Of(AlertDurationOptions options) => new(options, options.RaiseAt.TotalSeconds, options.ClearAt.TotalSeconds);
}
