namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>What the server reads out of a web part.</summary>
internal sealed record ServerProcessedContentDto
{
    public IReadOnlyList<KeyTextDto>? HtmlStrings { get; set; }

    public IReadOnlyList<KeyTextDto>? SearchablePlainTexts { get; set; }

    public IReadOnlyList<KeyTextDto>? Links { get; set; }

    public IReadOnlyList<KeyTextDto>? ImageSources { get; set; }
}
