namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A column of a section.</summary>
internal sealed record SectionColumnDto
{
    public int? Width { get; set; }

    public IReadOnlyList<WebPartDto>? Webparts { get; set; }
}
