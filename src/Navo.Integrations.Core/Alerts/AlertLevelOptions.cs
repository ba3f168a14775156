namespace Navo.Integrations.Core.Alerts;

/// <summary>A rule about a share or a number. Between the two levels an alert stays what it is, so that a figure that moves about one of them does not ring each time.</summary>
public sealed class AlertLevelOptions : AlertRuleOptions
{
    /// <summary>The level from which on an alert is raised, in the unit of the rule.</summary>
    public double RaiseAt { get; set; }

    /// <summary>The level down to which the figure must come for the alert to end; below <see cref="RaiseAt"/>.</summary>
    public double ClearAt { get; set; }
}
