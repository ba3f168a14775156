using System.Text;

namespace Navo.Integrations.Markup;

/// <summary>Addresses from a page: which may be written as links, and how.</summary>
internal static class LinkAddress
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel", "ftp", "ftps", "sftp"];

    /// <summary>The scheme that keeps an address from being a link (<c>javascript</c>, <c>data</c>, …); null where it may be one.</summary>
    public static string? Forbidden(string address)
    {
        // Browsers ignore white space and control characters within a scheme.
        string compact = new([.. address.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)]);
        int end = compact.AsSpan().IndexOfAny(":/?#");
        if (end <= 0 || compact[end] != ':')
        {
            return end == 0 && compact[0] == ':' ? "unknown" : null;
        }

        string scheme = compact[..end].ToLowerInvariant();
        return Schemes.Contains(scheme) ? null : MarkupName.Safe(scheme);
    }

    /// <summary>An address as it stands between the parentheses of a link.</summary>
    public static string Escaped(string address)
    {
        var escaped = new StringBuilder(address.Length);
        foreach (char c in address.Trim())
        {
            bool meaning = c is <= ' ' or '\u007F' or '(' or ')' or '<' or '>' or '\\' or '|' or '"' or '`' or '*' || char.IsWhiteSpace(c);
            _ = meaning ? escaped.Append(Uri.EscapeDataString(c.ToString())) : escaped.Append(c);
        }

        return escaped.ToString();
    }
}
