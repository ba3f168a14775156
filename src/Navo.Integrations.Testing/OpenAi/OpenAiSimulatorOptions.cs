namespace Navo.Integrations.Testing.OpenAi;

/// <summary>How an <see cref="OpenAiSimulator"/> is set up.</summary>
public sealed record OpenAiSimulatorOptions
{
    /// <summary>The port; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>The seed of ids and of faults with a probability.</summary>
    public int Seed { get; init; }

    /// <summary>The clock on which models are shut down, limits refill, caches end and delays pass.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The organization to serve; the believable one if null.</summary>
    public OpenAiOrganization? Organization { get; init; }

    /// <summary>How long one output token takes to generate; no time by default. Set it to leave in the middle of an answer.</summary>
    public TimeSpan TimePerToken { get; init; }
}
