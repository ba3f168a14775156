namespace Navo.Integrations.Core.Alerts;

/// <summary>What every rule can be told.</summary>
public class AlertRuleOptions
{
    /// <summary>Whether the rule is looked at; true by default. Turned off, its open alerts end.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How long a trouble must last before it is raised; zero to one day. Zero raises it at the evaluation that sees it.</summary>
    public TimeSpan RaiseAfter { get; set; }

    /// <summary>How long it must be over before the alert ends; zero to one day, two minutes by default.</summary>
    public TimeSpan ClearAfter { get; set; } = TimeSpan.FromMinutes(2);
}
