namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The questions of one call; the service takes one.</summary>
internal sealed record SearchRequestsDto
{
    public IReadOnlyList<SearchRequestDto>? Requests { get; set; }
}
