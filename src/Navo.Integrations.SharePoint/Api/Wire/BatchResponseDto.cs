namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The answers of a batch, in any order.</summary>
internal sealed record BatchResponseDto
{
    public IReadOnlyList<BatchAnswerDto>? Responses { get; set; }
}
