using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>What chat completions and responses ask a model for.</summary>
internal sealed record GenerationOrder
{
    public required OpenAiModel Model { get; init; }

    public required IReadOnlyList<PromptMessage> Messages { get; init; }

    /// <summary>How hard the model thinks; none for a model that does not.</summary>
    public string Effort { get; init; } = ReasoningRules.None;

    /// <summary>The most tokens of output, thoughts included.</summary>
    public int? MaxOutput { get; init; }

    public OutputFormat Format { get; init; } = OutputFormat.Plain;

    /// <summary>Which requests are likely to share a beginning.</summary>
    public string? CacheKey { get; init; }

    /// <summary>How long the beginning of a prompt is remembered.</summary>
    public TimeSpan CacheRest { get; init; }

    public bool IsChat { get; init; }
}
