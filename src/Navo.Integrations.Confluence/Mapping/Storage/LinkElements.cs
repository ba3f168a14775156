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
        else if (address[0] == '#')
        {
            Write(at, new ContentLink { Kind = ContentLinkKind.Anchor, Text = string.Empty, Target = address, Anchor = address[1..] }, address, at.Children, address);
        }
        else
        {
            Write(at, new ContentLink { Kind = ContentLinkKind.Address, Text = string.Empty, Target = address }, address, at.Children, address);
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
                To(at, resource, anchor, () => StorageElements.Render(at));
            }
        }

        if (!hasBody)
        {
            To(at, resource, anchor, static () => { });
        }
    }

    /// <summary>A resource identifier on its own.</summary>
    public static void Resource(StorageCursor at) => To(at, ResourceReference.Read(at), null, static () => { });

    /// <summary>A link to a resource, or to a place in the same page where there is none.</summary>
    public static void To(StorageCursor at, ResourceReference? resource, string? anchor, Action body)
    {
        if (resource is { Kind: ResourceKind.Address } && LinkAddress.Forbidden(resource.Target) is { } scheme)
        {
            at.Lose($"link:{scheme}", "The text is kept; an address of this kind is never written as a link.");
            body();
            return;
        }

        var link = new ContentLink
        {
            Kind = resource?.LinkKind ?? ContentLinkKind.Anchor,
            Text = string.Empty,
            Target = resource?.Target ?? anchor ?? string.Empty,
            Container = resource?.Container,
            Anchor = anchor,
        };
        Write(at, link, resource?.Address(anchor) ?? $"#{anchor}", body, DefaultText(at, resource, anchor));
    }

    /// <summary>Writes a link and takes note of it; within another link only its text is written.</summary>
    public static void Write(StorageCursor at, ContentLink link, string address, Action body, string defaultText)
    {
        MarkupBuffer buffer = at.Writer.Current;
        (MarkupFlow flow, bool nested) = (buffer.Flow, at.InLink);
        (buffer.Flow, at.InLink) = (MarkupFlow.Inline, true);
        if (!nested)
        {
            at.Writer.Markup("[");
        }

        int plain = buffer.Plain.Length;
        body();
        if (buffer.Plain.Length == plain)
        {
            at.Writer.Text(defaultText);
        }

        if (!nested)
        {
            at.Writer.Close($"]({LinkAddress.Escaped(address)})");
        }

        (buffer.Flow, at.InLink) = (flow, nested);
        at.Add(link with { Text = buffer.Plain.From(plain).Trim().ToString() });
    }

    private static string DefaultText(StorageCursor at, ResourceReference? resource, string? anchor) => resource switch
    {
        null => anchor ?? "#",
        { Kind: ResourceKind.User } => $"@{at.Context.UserName(resource.Target) ?? resource.Target}",
        { Target.Length: 0 } => at.Context.Title,
        _ => resource.Target,
    };
}
