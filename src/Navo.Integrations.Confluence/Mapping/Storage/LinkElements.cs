using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Links, mentions and bare resource identifiers.</summary>
internal static class LinkElements
{
    /// <summary>An <c>a</c>: an address, a place in the page, or only a name.</summary>
    public static void Anchor(StorageCursor at)
    {
        string? address = at.Attribute("href");
        if (string.IsNullOrWhiteSpace(address))
        {
            at.Children();
        }
        else if (LinkAddress.Forbidden(address) is { } scheme)
        {
            at.Lose($"link:{scheme}", "The text is kept; an address of this kind is never written as a link.");
            at.Children();
        }
        else
        {
            bool isPlace = address[0] == '#';
            ReadOnlySpan<char> text = Write(at, address, static at => at.Children(), address);
            at.Links.Add(isPlace ? ContentLinkKind.Anchor : ContentLinkKind.Address, text, address, anchor: isPlace ? address[1..] : null);
        }
    }

    /// <summary>An <c>ac:link</c>: the resource comes first, then the text.</summary>
    public static void Link(StorageCursor at)
    {
        string? anchor = at.Attribute("ac:anchor");
        ResourceReference? resource = null;
        bool hasBody = false;
        int depth = at.Reader.Depth;
        while (at.NextChild(depth))
        {
            if (at.Reader.Name.StartsWith("ri:", StringComparison.Ordinal))
            {
                resource = ResourceReference.Read(at);
            }
            else
            {
                hasBody = true;
                To(at, resource, anchor, StorageElements.Render);
            }
        }

        if (!hasBody)
        {
            To(at, resource, anchor, static _ => { });
        }
    }

    /// <summary>A resource identifier on its own.</summary>
    public static void Resource(StorageCursor at) => To(at, ResourceReference.Read(at), null, static _ => { });

    /// <summary>A link to a resource, or to a place in the same page where there is none.</summary>
    public static void To(StorageCursor at, ResourceReference? resource, string? anchor, Action<StorageCursor> body)
    {
        if (resource is { Kind: ResourceKind.Address } && LinkAddress.Forbidden(resource.Target) is { } scheme)
        {
            at.Lose($"link:{scheme}", "The text is kept; an address of this kind is never written as a link.");
            body(at);
            return;
        }

        ReadOnlySpan<char> text = Write(at, resource?.Address(anchor) ?? $"#{anchor}", body, DefaultText(at, resource, anchor));
        at.Links.Add(resource?.LinkKind ?? ContentLinkKind.Anchor, text, resource?.Target ?? anchor ?? string.Empty, resource?.Container, anchor);
    }

    // The visible text comes back, until more is written; within another link only that is written.
    private static ReadOnlySpan<char> Write(StorageCursor at, string address, Action<StorageCursor> body, string defaultText)
    {
        MarkupBuffer buffer = at.Writer.Current;
        (MarkupFlow flow, bool nested) = (buffer.Flow, at.InLink);
        (buffer.Flow, at.InLink) = (MarkupFlow.Inline, true);
        if (!nested)
        {
            at.Writer.Markup("[");
        }

        int plain = buffer.Plain.Length;
        body(at);
        if (buffer.Plain.Length == plain)
        {
            at.Writer.Text(defaultText);
        }

        if (!nested)
        {
            at.Writer.Append("](");
            at.Writer.Append(LinkAddress.Escaped(address));
            at.Writer.Append(")");
        }

        (buffer.Flow, at.InLink) = (flow, nested);
        return buffer.Plain.From(plain).Trim();
    }

    private static string DefaultText(StorageCursor at, ResourceReference? resource, string? anchor) => resource switch
    {
        null => anchor ?? "#",
        { Kind: ResourceKind.User } => $"@{at.Context.UserName(resource.Target) ?? resource.Target}",
        { Target.Length: 0 } => at.Context.Title,
        _ => resource.Target,
    };
}
