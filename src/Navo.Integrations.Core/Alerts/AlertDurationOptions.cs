namespace Navo.Integrations.Core.Alerts;

/// <summary>A rule about a duration. Between the two levels an alert stays what it is, so that a figure that moves about one of them does not ring each time.</summary>
public sealed class AlertDurationOptions : AlertRuleOptions
{
    /// <summary>The duration at which an alert is raised.</summary>
    public TimeSpan RaiseAt { get; set; }

    /// <summary>The duration at which it ends: a shorter one than <see cref="RaiseAt"/>; for what comes to its end, a longer one.</summary>
    public TimeSpan ClearAt { get; set; }
}
