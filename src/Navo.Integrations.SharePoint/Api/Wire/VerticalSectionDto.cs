namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The section beside the others.</summary>
internal sealed record VerticalSectionDto
{
    public IReadOnlyList<WebPartDto>? Webparts { get; set; }
}
