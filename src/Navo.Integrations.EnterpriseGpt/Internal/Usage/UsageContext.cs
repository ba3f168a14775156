using Microsoft.Extensions.Logging;

namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>Where a meter belongs and what it reports to.</summary>
internal sealed record UsageContext
{
    /// <summary>The name of the instance; empty for the default one.</summary>
    public string Instance { get; init; } = string.Empty;

    /// <summary>Whether requests are processed in a chosen region, which costs more.</summary>
    public bool IsRegional { get; init; }

    public required ILogger Logger { get; init; }

    public required UsageInstruments Instruments { get; init; }
}
