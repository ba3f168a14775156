namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

/// <summary>An event of a streamed response: the members of those kinds that are read.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/responses-streaming"/>.</remarks>
internal sealed record ResponseEventDto
{
    public string? Type { get; init; }

    public string? Delta { get; init; }

    public ResponseDto? Response { get; init; }

    public string? Code { get; init; }

    public string? Message { get; init; }
}
