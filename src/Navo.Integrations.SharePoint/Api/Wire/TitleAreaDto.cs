namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The banner of a page.</summary>
internal sealed record TitleAreaDto
{
    public string? Title { get; set; }

    public string? TextAboveTitle { get; set; }

    public string? AlternativeText { get; set; }
}
