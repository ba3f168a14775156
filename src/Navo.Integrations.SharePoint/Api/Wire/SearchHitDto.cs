namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A hit.</summary>
internal sealed record SearchHitDto
{
    public string? HitId { get; set; }

    public int? Rank { get; set; }

    public string? Summary { get; set; }

    public SearchResourceDto? Resource { get; set; }
}
