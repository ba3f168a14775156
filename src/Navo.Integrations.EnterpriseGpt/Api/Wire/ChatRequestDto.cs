namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

/// <summary><c>POST /chat/completions</c>.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/chat/create"/>.</remarks>
internal sealed record ChatRequestDto
{
    public required string Model { get; init; }

    public required IReadOnlyList<MessageDto> Messages { get; init; }

    public required int MaxCompletionTokens { get; init; }

    public double? Temperature { get; init; }

    public string? ReasoningEffort { get; init; }

    public ChatResponseFormatDto? ResponseFormat { get; init; }

    public bool Store { get; init; }

    public bool? Stream { get; init; }

    public StreamOptionsDto? StreamOptions { get; init; }

    public string? PromptCacheKey { get; init; }

    public string? SafetyIdentifier { get; init; }
}
