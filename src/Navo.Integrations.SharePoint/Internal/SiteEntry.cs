using System.Text.RegularExpressions;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>A site as the options name it.</summary>
/// <param name="Host">The host; null for that of the tenant's root site.</param>
/// <param name="Path">The path, such as <c>/sites/hr</c>; empty for a root site; null where the entry is an id.</param>
/// <param name="Id">The id in Graph; null where the entry is an address.</param>
internal sealed partial record SiteEntry(string? Host, string? Path, string? Id)
{
    public static bool TryParse(string? text, out SiteEntry? entry)
    {
        string value = text?.Trim() ?? string.Empty;
        entry = value switch
        {
            "" => null,
            _ when Identifier().IsMatch(value) => new(null, null, value),
            _ when value.StartsWith("https://", StringComparison.OrdinalIgnoreCase) => FromAddress(value),
            ['/', ..] => FromPath(null, value),
            _ when value.Contains(":/", StringComparison.Ordinal) => FromPath(value[..value.IndexOf(':', StringComparison.Ordinal)], value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..]),
            _ => FromPath(null, $"/sites/{value}"),
        };
        return entry is not null;
    }

    private static SiteEntry? FromAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out Uri? address) && address.UserInfo.Length == 0 && address.Query.Length == 0
            ? FromPath(address.Authority, Uri.UnescapeDataString(address.AbsolutePath))
            : null;

    private static SiteEntry? FromPath(string? host, string path)
    {
        string trimmed = path.TrimEnd('/');
        bool isSane = trimmed.Length == 0 || (trimmed[0] == '/' && !trimmed.Contains("//", StringComparison.Ordinal) && !trimmed.Split('/').Contains("..") && !trimmed.AsSpan().ContainsAny('?', '#', ':'));
        return isSane && (host is null || Uri.CheckHostName(host.Split(':')[0]) != UriHostNameType.Unknown) ? new(host, trimmed, null) : null;
    }

    [GeneratedRegex("^[A-Za-z0-9.:-]+,[0-9a-fA-F-]{36},[0-9a-fA-F-]{36}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Identifier();
}
