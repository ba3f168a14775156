using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>A question to the model.</summary>
public sealed record GenerateRequest
{
    /// <summary>Makes a request.</summary>
    /// <param name="prompt">The question or instruction; not empty. It goes last, after the system prompt, the history and the sources, so that what requests have in common comes first.</param>
    /// <exception cref="InvalidQueryException">The prompt is empty.</exception>
    public GenerateRequest(string prompt)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        Prompt = string.IsNullOrWhiteSpace(prompt) ? throw new InvalidQueryException("A prompt is needed; this one is empty.") : prompt;
    }

    /// <summary>The question or instruction.</summary>
    public string Prompt { get; }

    /// <summary>The system prompt; null for that of the prompt library: <c>answer</c> with <see cref="Sources"/>, none without.</summary>
    public string? Instructions { get; init; }

    /// <summary>Earlier turns of the conversation, oldest first. A request with a history is never answered from the cache.</summary>
    public IReadOnlyList<ConversationTurn> History { get; init; } = [];

    /// <summary>What the answer is to rest on, best first. They go to the model as data, never as instructions.</summary>
    public IReadOnlyList<GroundingSource> Sources { get; init; } = [];

    /// <summary>How many tokens of the sources go along at most; null for <see cref="EnterpriseGptOptions.ContextTokens"/>.</summary>
    public int? ContextTokens { get; init; }

    /// <summary>The form of the answer; null for text.</summary>
    public AnswerFormat? Format { get; init; }

    /// <summary>The model; null for the configured one.</summary>
    public string? Model { get; init; }

    /// <summary>The longest visible answer in tokens, 1 or more; null for the configured one.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>How much chance there is in the answer, 0 to 2; null for the configured one.</summary>
    public double? Temperature { get; init; }

    /// <summary>Whose budget and usage it counts to beside the reader's; null for none.</summary>
    public string? Tenant { get; init; }

    /// <summary>Whether an answer that was kept may be given, and this one be kept. True by default.</summary>
    public bool AllowCache { get; init; } = true;
}
