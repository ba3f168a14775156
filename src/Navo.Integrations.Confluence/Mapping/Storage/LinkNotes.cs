using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>What the links of a page are made of.</summary>
/// <param name="texts">Their texts and targets, one behind the other.</param>
/// <param name="links">Where those of each stand.</param>
internal sealed class LinkNotes(string texts, LinkNote[] links) : IItemNotes<ContentLink>
{
    public int Count => links.Length;

    public ContentLink[] ToItems() => Array.ConvertAll(links, ToLink);

    private ContentLink ToLink(LinkNote link) => new()
    {
        Kind = link.Kind,
        Text = texts.Substring(link.Start, link.TextLength),
        Target = texts.Substring(link.Start + link.TextLength, link.TargetLength),
        Container = link.Container,
        Anchor = link.Anchor,
    };
}
