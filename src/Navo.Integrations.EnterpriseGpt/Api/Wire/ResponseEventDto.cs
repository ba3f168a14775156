namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

/// <summary>An event of a streamed response: the members of those kinds that are read.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/responses-streaming"/>.</remarks>
internal sealed record ResponseEventDto
{
    public string? Type { get; set; }

    public string? Delta { get; set; }

    public ResponseDto? Response { get; set; }

    public string? Code { get; set; }

    public string? Message { get; set; }
}
