using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>The links of a page.</summary>
/// <param name="texts">Their texts and targets, one behind the other.</param>
/// <param name="links">Where those of each stand.</param>
internal sealed class LinkList(string texts, LinkNote[] links) : DeferredList<ContentLink>
{
    public override int Count => links.Length;

    protected override ContentLink[] Make() => Array.ConvertAll(links, ToLink);

    private ContentLink ToLink(LinkNote link) => new()
    {
        Kind = link.Kind,
        Text = texts.Substring(link.Start, link.TextLength),
        Target = texts.Substring(link.Start + link.TextLength, link.TargetLength),
        Container = link.Container,
        Anchor = link.Anchor,
    };
}
