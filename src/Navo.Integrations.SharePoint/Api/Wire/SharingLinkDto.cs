namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The link of a sharing permission.</summary>
internal sealed record SharingLinkDto
{
    public string? Scope { get; set; }

    public string? Type { get; set; }

    public bool? PreventsDownload { get; set; }

    public string? WebUrl { get; set; }
}
