using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>A resource identifier.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Target">Its title, id, key, file name or address.</param>
/// <param name="Container">The key of the space, where it names one.</param>
internal sealed record ResourceReference(ResourceKind Kind, string Target, string? Container = null)
{
    /// <summary>Reads the <c>ri:</c> element at which the cursor stands, and goes to its end.</summary>
    public static ResourceReference Read(StorageCursor at)
    {
        ResourceReference read = at.Reader.Name switch
        {
            "ri:page" => new(ResourceKind.Page, Get(at, "ri:content-title"), at.Attribute("ri:space-key")),
            "ri:blog-post" => new(ResourceKind.BlogPost, Get(at, "ri:content-title"), at.Attribute("ri:space-key")),
            "ri:content-entity" => new(ResourceKind.Content, Get(at, "ri:content-id")),
            "ri:attachment" => new(ResourceKind.Attachment, Get(at, "ri:filename")),
            "ri:url" => new(ResourceKind.Address, Get(at, "ri:value")),
            "ri:user" => new(ResourceKind.User, at.Attribute("ri:account-id") ?? at.Attribute("ri:userkey") ?? Get(at, "ri:username")),
            "ri:space" => new(ResourceKind.Space, Get(at, "ri:space-key")),
            "ri:shortcut" => new(ResourceKind.Other, $"{Get(at, "ri:parameter")}@{Get(at, "ri:key")}"),
            _ => new(ResourceKind.Other, MarkupName.Safe(at.Reader.Name)),
        };
        int depth = at.Reader.Depth;
        while (at.NextChild(depth))
        {
            // An attachment may name the page that holds it.
            ResourceReference holder = Nested(at);
            read = holder.Kind is ResourceKind.Page or ResourceKind.BlogPost ? read with { Container = holder.Container } : read;
        }

        return read;
    }

    /// <summary>The kind of a link to it.</summary>
    public ContentLinkKind LinkKind => Kind switch
    {
        ResourceKind.Page or ResourceKind.BlogPost or ResourceKind.Content => ContentLinkKind.Content,
        ResourceKind.Attachment => ContentLinkKind.Attachment,
        ResourceKind.User => ContentLinkKind.User,
        ResourceKind.Space => ContentLinkKind.Container,
        _ => ContentLinkKind.Address,
    };

    /// <summary>The address in the Markdown: what has none on the web is written <c>page:KEY/Title</c>, <c>attachment:file</c>, <c>user:id</c> and so on.</summary>
    public string Address(string? anchor) => Kind switch
    {
        ResourceKind.Page => $"page:{Path}{Fragment(anchor)}",
        ResourceKind.BlogPost => $"blogpost:{Path}{Fragment(anchor)}",
        ResourceKind.Content => $"content:{Path}{Fragment(anchor)}",
        ResourceKind.Attachment => $"attachment:{Path}",
        ResourceKind.User => $"user:{Path}",
        ResourceKind.Space => $"space:{Path}",
        ResourceKind.Address => Target,
        _ => $"shortcut:{Path}",
    };

    private string Path => Container is null ? Uri.EscapeDataString(Target) : $"{Uri.EscapeDataString(Container)}/{Uri.EscapeDataString(Target)}";

    private static string Fragment(string? anchor) => anchor is null ? string.Empty : "#" + Uri.EscapeDataString(anchor);

    private static string Get(StorageCursor at, string attribute) => at.Attribute(attribute) ?? string.Empty;

    private static ResourceReference Nested(StorageCursor at)
    {
        var holder = new ResourceReference(at.Reader.Name == "ri:page" ? ResourceKind.Page : ResourceKind.Other, string.Empty, at.Attribute("ri:space-key"));
        at.Skip();
        return holder;
    }
}
