namespace Navo.Integrations.Testing.OpenAi;

/// <summary>What one call used.</summary>
/// <param name="Time">When it ended.</param>
/// <param name="Endpoint">The path below the version, for instance <c>responses</c>.</param>
/// <param name="Model">The model.</param>
/// <param name="Key">The key that paid.</param>
public sealed record OpenAiUsage(DateTimeOffset Time, string Endpoint, string Model, OpenAiApiKey Key)
{
    /// <summary>All tokens of input.</summary>
    public int InputTokens { get; init; }

    /// <summary>Those of the input that were cached.</summary>
    public int CachedTokens { get; init; }

    /// <summary>All tokens generated, thoughts included; of a caller who left, those until then.</summary>
    public int OutputTokens { get; init; }

    /// <summary>Those of the output that were thoughts.</summary>
    public int ReasoningTokens { get; init; }

    /// <summary>Whether the caller left, or was cut off, before the end.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>What it costs in US dollars.</summary>
    public decimal Cost { get; init; }
}
