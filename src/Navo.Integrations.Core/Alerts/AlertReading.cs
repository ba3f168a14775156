using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Alerts;

/// <summary>One figure that a rule is held against.</summary>
/// <param name="Rule">The rule; it says what the figure means.</param>
/// <param name="Integration">Whose figure it is.</param>
/// <param name="Value">The figure, in the unit of the rule.</param>
public readonly record struct AlertReading(AlertRule Rule, IntegrationName Integration, double Value)
{
    /// <summary>Which part of the integration, from a small, closed set; empty for the whole of it. It appears in alerts: never a reader, a title or an address.</summary>
    public string Part { get => field ?? string.Empty; init; }

    /// <summary>Of how many calls the figure is made; null where it is not made of calls. Too few raise nothing.</summary>
    public long? Samples { get; init; }
}
