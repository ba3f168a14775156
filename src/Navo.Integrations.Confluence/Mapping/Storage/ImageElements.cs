using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Images, shown by their alternative text and never fetched.</summary>
internal static class ImageElements
{
    public static void Image(StorageCursor at)
    {
        string? alt = at.Attribute("ac:alt") ?? at.Attribute("ac:title");
        bool shown = false;
        int depth = at.Reader.Depth;
        while (at.NextChild(depth))
        {
            if (!shown && at.Reader.Name.StartsWith("ri:", StringComparison.Ordinal))
            {
                shown = true;
                Write(at, ResourceReference.Read(at), alt);
            }
            else
            {
                at.Writer.Line();
                InlineElements.Marked(at, InlineMark.Emphasis);
                at.Writer.Line();
            }
        }

        if (!shown)
        {
            at.Lose("element:ac:image", "It names no image.");
            at.Writer.Text(alt);
        }
    }

    public static void Html(StorageCursor at)
    {
        string? alt = at.Attribute("alt") ?? at.Attribute("title");
        string source = at.Attribute("src") ?? string.Empty;
        at.Skip();
        Write(at, new ResourceReference(ResourceKind.Address, source), alt);
    }

    private static void Write(StorageCursor at, ResourceReference resource, string? alt)
    {
        if (resource.Kind == ResourceKind.Address && LinkAddress.Forbidden(resource.Target) is { } scheme)
        {
            at.Lose($"image:{scheme}", "The alternative text is kept; an address of this kind is never written.");
            at.Writer.Text(alt ?? "image");
            return;
        }

        string text = string.IsNullOrWhiteSpace(alt) ? resource.Target : alt;
        at.Writer.Markup("![");
        at.Writer.Text(text);
        at.Writer.Append($"]({LinkAddress.Escaped(resource.Address(null))})");
        at.Links.Add(ContentLinkKind.Image, text, resource.Target, resource.Container);
    }
}
