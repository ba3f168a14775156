namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The answers of a search.</summary>
internal sealed record SearchResponsesDto
{
    public IReadOnlyList<SearchResponseDto>? Value { get; set; }
}
