namespace Navo.Integrations.Core.Alerts;

/// <summary>When the application is told that an integration is in trouble. Section <c>Navo:Integrations:Alerts</c>, for all integrations alike; code sets what is different for one.</summary>
public sealed class AlertOptions
{
    /// <summary>The time from one evaluation to the next; 30 seconds by default, one second to one hour.</summary>
    public TimeSpan EvaluationInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How far back calls count; 5 minutes by default, one minute to one day.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The fewest calls within the window of which response time and error rate raise an alert, 1 to 1,000,000; 20 by default.</summary>
    public int MinimumCalls { get; set; } = 20;

    /// <summary>Whether alerts are written to the log; true by default.</summary>
    public bool Log { get; set; } = true;

    /// <summary>Where alerts are posted to; nowhere by default.</summary>
    public AlertWebhookOptions Webhook { get; set; } = new();

    /// <summary>The duration that 95 % of the calls stay within: raised at 15 s that last a minute, over at 10 s.</summary>
    public AlertDurationOptions ResponseTime { get; set; } = new() { RaiseAt = TimeSpan.FromSeconds(15), ClearAt = TimeSpan.FromSeconds(10), RaiseAfter = TimeSpan.FromMinutes(1) };

    /// <summary>The share of calls that fail: raised at 0.2 that last a minute, over at 0.1.</summary>
    public AlertLevelOptions ErrorRate { get; set; } = new() { RaiseAt = 0.2, ClearAt = 0.1, RaiseAfter = TimeSpan.FromMinutes(1) };

    /// <summary>Calls within the window whose credentials were refused: raised at 3, over when there are none.</summary>
    public AlertLevelOptions AuthenticationFailures { get; set; } = new() { RaiseAt = 3, ClearAt = 0 };

    /// <summary>The share of a source's quota that is used: raised at 0.9, over at 0.75.</summary>
    public AlertLevelOptions QuotaUsed { get; set; } = new() { RaiseAt = 0.9, ClearAt = 0.75 };

    /// <summary>A source that is left alone because it kept failing.</summary>
    public AlertRuleOptions BreakerOpen { get; set; } = new();

    /// <summary>How far a copy is behind: raised at 12 h, over at 8 h, both longer than the six hours after which a sync looks at a source that tells by itself.</summary>
    public AlertDurationOptions SyncLag { get; set; } = new() { RaiseAt = TimeSpan.FromHours(12), ClearAt = TimeSpan.FromHours(8) };

    /// <summary>The share of a budget that is spent or reserved: raised at 0.8, over at 0.7.</summary>
    public AlertLevelOptions BudgetUsed { get; set; } = new() { RaiseAt = 0.8, ClearAt = 0.7 };

    /// <summary>What is left of a model or a certificate: raised 30 days before its end, over once it ends in 31 days or later.</summary>
    public AlertDurationOptions Expiry { get; set; } = new() { RaiseAt = TimeSpan.FromDays(30), ClearAt = TimeSpan.FromDays(31) };

    /// <summary>An integration that says that it does not work, for two minutes. It takes the health monitor.</summary>
    public AlertRuleOptions Unhealthy { get; set; } = new() { RaiseAfter = TimeSpan.FromMinutes(2) };
}
