namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Reads links into a site. It asks nobody.</summary>
/// <param name="site">The site's address with its context path.</param>
internal sealed class LinkParser(Uri site)
{
    private const int LongestLink = 4096;
    private static readonly string[] ContextPaths = ["/wiki", "/confluence"];

    public LinkTarget Parse(string link)
    {
        string text = link.Trim();
        if (text.Length is 0 or > LongestLink)
        {
            return LinkTarget.Unrecognized(text.Length == 0 ? "The link is empty." : $"The link is longer than {LongestLink} characters.");
        }

        if (IsNumber(text))
        {
            return new(LinkTargetKind.Content, text);
        }

        if (text[0] == '#')
        {
            return LinkTarget.Unrecognized("An anchor alone names no page.");
        }

        return text[0] == '/' && !text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith("/\\", StringComparison.Ordinal) ? ParsePath(text)
            : Uri.TryCreate(text.StartsWith("//", StringComparison.Ordinal) ? $"{site.Scheme}:{text}" : text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? ParseAddress(address)
            : ParseSpaceAndTitle(text);
    }

    private LinkTarget ParseAddress(Uri address) =>
        address.Host.Equals(site.Host, StringComparison.OrdinalIgnoreCase) && address.Port == site.Port
            ? ParsePath($"{address.PathAndQuery}{address.Fragment}")
            : new(LinkTargetKind.External);

    private static LinkTarget ParseSpaceAndTitle(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < text.Length - 1 && IsKey(text[..colon]) && !text.AsSpan(colon).StartsWith("://")
            ? new(LinkTargetKind.Title) { Space = text[..colon], Name = text[(colon + 1)..].Trim() }
            : LinkTarget.Unrecognized("It is no address, no id and no 'KEY:Title'.");
    }

    private LinkTarget ParsePath(string text)
    {
        (string rest, string? anchor) = Cut(text, '#');
        (string path, string? query) = Cut(rest, '?');
        string[] segments = [.. WithoutContext(path).Split('/', StringSplitOptions.RemoveEmptyEntries)];
        Dictionary<string, string> parameters = LinkQuery.Read(query);
        return OfSegments(segments, parameters) with { Anchor = Decoded(anchor) };
    }

    private static LinkTarget OfSegments(string[] segments, Dictionary<string, string> query) => segments switch
    {
        ["spaces", _, "pages" or "folder" or "whiteboard" or "database" or "embed", var id, ..] when IsNumber(id) => new(LinkTargetKind.Content, id),
        ["spaces", _, "pages", "edit-v2", var id, ..] when IsNumber(id) => new(LinkTargetKind.Content, id),
        ["spaces", _, "blog", .. var rest] when rest.LastOrDefault(IsLongNumber) is { } id => new(LinkTargetKind.Content, id),
        ["pages", "viewpage.action", ..] => OfViewPage(query),
        ["pages", var id, ..] when IsNumber(id) => new(LinkTargetKind.Content, id),
        ["rest", "api", "content", var id, ..] when IsNumber(id) => new(LinkTargetKind.Content, id),
        ["x", var code] => TinyLink.IdOf(code) is { } id ? new(LinkTargetKind.Content, id) : LinkTarget.Unrecognized("The code of the tiny link is none."),
        ["display", ['~', .. var user]] => new(LinkTargetKind.Person, Decoded(user)),
        ["display", var key, var year, var month, var day, var title, ..] when IsKey(Decoded(key)!) && IsDay(year, month, day) =>
            new(LinkTargetKind.Title) { Space = Decoded(key), Name = Decoded(title), IsBlogPost = true },
        ["display", var key, var title, ..] when IsKey(Decoded(key)!) => new(LinkTargetKind.Title) { Space = Decoded(key), Name = Decoded(title) },
        ["download", "attachments" or "thumbnails", var id, .., var file] when IsNumber(id) => new(LinkTargetKind.Attachment, id) { Name = Decoded(file) },
        ["people", var account, ..] => new(LinkTargetKind.Person, Decoded(account)),
        ["users", "viewuserprofile.action", ..] when query.GetValueOrDefault("username") is { Length: > 0 } name => new(LinkTargetKind.Person, name),
        _ => LinkTarget.Unrecognized("The path is none of a page, blog post, attachment or profile."),
    };

    private static LinkTarget OfViewPage(Dictionary<string, string> query)
    {
        if (query.GetValueOrDefault("pageId") is { } id && IsNumber(id))
        {
            return new(LinkTargetKind.Content, id);
        }

        return query.GetValueOrDefault("spaceKey") is { } space && IsKey(space) && query.GetValueOrDefault("title") is { Length: > 0 } title
            ? new(LinkTargetKind.Title) { Space = space, Name = title }
            : LinkTarget.Unrecognized("The address names neither a page id nor a space and a title.");
    }

    private string WithoutContext(string path)
    {
        string own = site.AbsolutePath.TrimEnd('/');
        string? context = ContextPaths.Append(own).Where(static c => c.Length > 0).FirstOrDefault(c => path.StartsWith(c + "/", StringComparison.OrdinalIgnoreCase));
        return context is null ? path : path[context.Length..];
    }

    private static (string Before, string? After) Cut(string text, char mark)
    {
        int at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }

    private static string? Decoded(string? text) => text is null ? null : Uri.UnescapeDataString(text.Replace('+', ' '));

    private static bool IsKey(string text) =>
        text.TrimStart('~').Length is > 0 and <= 255 && text.All(static c => char.IsLetterOrDigit(c) || c is '~' or '_' or '-' or '.' or '@');

    private static bool IsNumber(string text) => text.Length is > 0 and <= 19 && text.All(char.IsAsciiDigit);

    /// <summary>The day of a blog post, which stands before its title.</summary>
    private static bool IsDay(string year, string month, string day) =>
        year.Length == 4 && month.Length == 2 && day.Length == 2 && IsNumber(year) && IsNumber(month) && IsNumber(day);

    /// <summary>A number that is no year, month or day.</summary>
    private static bool IsLongNumber(string text) => IsNumber(text) && text.Length > 4;
}
