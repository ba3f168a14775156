using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Alerts;

/// <summary>What there is at most one open alert of.</summary>
internal readonly record struct AlertSubject(AlertRule Rule, IntegrationName Integration, string Part)
{
    public static AlertSubject Of(AlertReading reading) => new(reading.Rule, reading.Integration, reading.Part);

    public override string ToString() => $"{AlertText.NameOf(Rule)}:{Integration}{(Part.Length == 0 ? string.Empty : $"/{Part}")}";
}
