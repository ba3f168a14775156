using Navo.Integrations.EnterpriseGpt.Internal;

namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>A question as it goes to one model: what that model does not take is left out already.</summary>
internal sealed record ModelRequest
{
    public required string Model { get; init; }

    /// <summary>The system prompt; empty for none.</summary>
    public required string Instructions { get; init; }

    public IReadOnlyList<ConversationTurn> History { get; init; } = [];

    public required string Input { get; init; }

    /// <summary>The bound on tokens of the answer, hidden ones included.</summary>
    public required int MaxOutputTokens { get; init; }

    public double? Temperature { get; init; }

    public string? ReasoningEffort { get; init; }

    public AnswerSchema? Schema { get; init; }

    /// <summary>The same for all requests that begin alike.</summary>
    public string? CacheKey { get; init; }

    /// <summary>The reader as a hash, for the vendor's own detection of misuse.</summary>
    public string? SafetyIdentifier { get; init; }

    /// <summary>What the request is going to take of the quota: tokens of the prompt and the bound on those of the answer.</summary>
    public int EstimatedTokens { get; init; }

    /// <summary>Set when the request goes out.</summary>
    public SendMark Mark { get; } = new();
}
