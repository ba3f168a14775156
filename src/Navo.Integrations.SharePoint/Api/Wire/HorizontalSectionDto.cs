namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A section across a page.</summary>
internal sealed record HorizontalSectionDto
{
    public string? Layout { get; set; }

    public IReadOnlyList<SectionColumnDto>? Columns { get; set; }
}
