namespace Navo.Integrations.Confluence.Mapping.Adf;

/// <summary>Images and files, shown by their names and never fetched.</summary>
internal static class AdfMedia
{
    /// <summary>One image or file with its caption.</summary>
    public static void Single(AdfRewriter to, AdfNode node)
    {
        to.Storage.Open("p");
        foreach (AdfNode child in node.Children)
        {
            if (child.Type == "media")
            {
                Image(to, child, node);
            }
            else if (child.Type != "caption")
            {
                to.Node(child);
            }
        }

        to.Storage.Close();
    }

    /// <summary>Files side by side.</summary>
    public static void Group(AdfRewriter to, AdfNode node)
    {
        foreach (AdfNode child in node.Children)
        {
            to.Storage.Open("p");
            to.Node(child);
            to.Storage.Close();
        }
    }

    /// <summary>A file in a group or a line: an image where it is one, and else a link.</summary>
    public static void Media(AdfRewriter to, AdfNode node)
    {
        if (node["type"] is "external" or "image" || node["url"] is not null)
        {
            Image(to, node, caption: null);
            return;
        }

        to.Storage.Open("ac:link").Empty("ri:attachment", ("ri:filename", FileName(to, node))).Close();
    }

    private static void Image(AdfRewriter to, AdfNode media, AdfNode? caption)
    {
        string? target = AdfMarks.LinkOf(media);
        if (target is not null)
        {
            to.Storage.Open("a", ("href", target));
        }

        to.Storage.Open("ac:image", ("ac:alt", media["alt"]));
        if (media["url"] is { } address)
        {
            to.Storage.Empty("ri:url", ("ri:value", address));
        }
        else
        {
            to.Storage.Empty("ri:attachment", ("ri:filename", FileName(to, media)));
        }

        foreach (AdfNode child in caption?.Children ?? [])
        {
            if (child.Type == "caption")
            {
                to.Element(child, "ac:caption");
            }
        }

        to.Storage.Close();
        if (target is not null)
        {
            to.Storage.Close();
        }
    }

    /// <summary>The name of the file. The format itself holds an id of the media store; editors put the name beside it.</summary>
    private static string FileName(AdfRewriter to, AdfNode media)
    {
        if ((media["__fileName"] ?? media["alt"]) is { } name)
        {
            return name;
        }

        to.Lose("element:adf:media", "The file is known by its id in the media store only.");
        return media["id"] ?? "file";
    }
}
