namespace Navo.Integrations.Abstractions;

/// <summary>How an integration is.</summary>
public sealed record IntegrationHealth
{
    /// <summary>The integration.</summary>
    public required IntegrationName Integration { get; init; }

    /// <summary>The worst state that matters: unhealthy when nothing works, degraded when a feature does not.</summary>
    public required HealthState Status { get; init; }

    /// <summary>How long the source took to answer.</summary>
    public required TimeSpan ResponseTime { get; init; }

    /// <summary>When it was checked.</summary>
    public required DateTimeOffset LastCheck { get; init; }

    /// <summary>What was found, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Feature by feature.</summary>
    public IReadOnlyList<FeatureHealth> Features { get; init; } = [];
}
