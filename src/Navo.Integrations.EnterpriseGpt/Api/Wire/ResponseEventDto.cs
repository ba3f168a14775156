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

    /// <summary>The same of an event <c>error</c>, in the form that a refusal has: it is sent in either, though the reference has the flat one alone.</summary>
    public ErrorDto? Error { get; set; }
}
