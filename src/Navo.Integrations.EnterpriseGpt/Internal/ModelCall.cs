using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>A question to the model as the desks put it; which model, over which API and at what cost is decided further in.</summary>
internal sealed record ModelCall
{
    /// <summary>The operation that it is part of, for usage: for example <c>summarize_content</c>.</summary>
    public required string Operation { get; init; }

    public required AccessContext Reader { get; init; }

    public string? Tenant { get; init; }

    /// <summary>The system prompt: the same from call to call, so that the vendor's prompt cache hits.</summary>
    public required string Instructions { get; init; }

    /// <summary>The prompt's name and version.</summary>
    public required string PromptVersion { get; init; }

    /// <summary>Earlier turns, oldest first.</summary>
    public IReadOnlyList<ConversationTurn> History { get; init; } = [];

    /// <summary>The question itself, and the text that it is about.</summary>
    public required string Input { get; init; }

    /// <summary>The model to ask; null for the configured one.</summary>
    public string? Model { get; init; }

    /// <summary>The longest visible answer; null for the configured one.</summary>
    public int? MaxTokens { get; init; }

    public double? Temperature { get; init; }

    /// <summary>The schema that the answer must keep; null for text.</summary>
    public AnswerSchema? Schema { get; init; }
}
