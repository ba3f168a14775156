namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The sections of a page.</summary>
internal sealed record CanvasLayoutDto
{
    public IReadOnlyList<HorizontalSectionDto>? HorizontalSections { get; set; }

    public VerticalSectionDto? VerticalSection { get; set; }
}
