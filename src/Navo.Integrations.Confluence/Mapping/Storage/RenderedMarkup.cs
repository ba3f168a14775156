using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>A page's body as text, with its structure and what the text does not show.</summary>
/// <param name="Markdown">GitHub-flavoured Markdown.</param>
/// <param name="PlainText">The same words without markup.</param>
/// <param name="Sections">The sections in order; together they cover <paramref name="Markdown"/> exactly.</param>
/// <param name="Links">The links in order.</param>
/// <param name="Losses">What is not shown in full, each once.</param>
internal sealed record RenderedMarkup(
    string Markdown,
    string PlainText,
    IReadOnlyList<ContentSection> Sections,
    IReadOnlyList<ContentLink> Links,
    IReadOnlyList<ContentLoss> Losses)
{
    /// <summary>What the page includes of others, not followed.</summary>
    public IReadOnlyList<IncludedContent> Included { get; init; } = [];
}
