namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

/// <summary>A completion, or a chunk of a streamed one, which may hold an error in its place.</summary>
internal sealed record ChatCompletionDto
{
    public string? Model { get; init; }

    public IReadOnlyList<ChatChoiceDto>? Choices { get; init; }

    public ChatUsageDto? Usage { get; init; }

    public ErrorDto? Error { get; init; }
}
