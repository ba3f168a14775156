namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

/// <summary>A completion, or a chunk of a streamed one, which may hold an error in its place.</summary>
internal sealed record ChatCompletionDto
{
    public string? Model { get; set; }

    public IReadOnlyList<ChatChoiceDto>? Choices { get; set; }

    public ChatUsageDto? Usage { get; set; }

    public ErrorDto? Error { get; set; }
}
