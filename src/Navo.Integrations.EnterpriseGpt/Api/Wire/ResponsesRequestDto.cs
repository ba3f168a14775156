namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

/// <summary><c>POST /responses</c>. <c>store</c> is always sent: left out, it means true.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/responses/create"/>.</remarks>
internal sealed record ResponsesRequestDto
{
    public required string Model { get; init; }

    public string? Instructions { get; init; }

    public required IReadOnlyList<MessageDto> Input { get; init; }

    public required int MaxOutputTokens { get; init; }

    public double? Temperature { get; init; }

    public ReasoningDto? Reasoning { get; init; }

    public TextDto? Text { get; init; }

    public bool Store { get; init; }

    public bool? Stream { get; init; }

    public string? PromptCacheKey { get; init; }

    public string? SafetyIdentifier { get; init; }
}
