namespace Navo.Integrations.Core.Telemetry;

/// <summary>What telemetry may tell beside names, counts and durations. Everything is off by default.</summary>
public sealed class TelemetryOptions
{
    /// <summary>
    /// Whether the activity of a search has the words that were searched for, as <see cref="TelemetryNames.QueryText"/>. Words are personal data and may hold secrets: they pass the redactor that the
    /// application sets up for <see cref="NavoDataClassifications.QueryText"/>, where it sets one up. False by default.
    /// </summary>
    public bool IncludeQueryText { get; set; }
}
