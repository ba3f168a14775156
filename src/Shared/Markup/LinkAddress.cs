using System.Buffers;
using System.Text;

namespace Navo.Integrations.Markup;

/// <summary>Addresses from a page: which may be written as links, and how.</summary>
internal static class LinkAddress
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel", "ftp", "ftps", "sftp"];

    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'+,;=%");

    /// <summary>The scheme that keeps an address from being a link (<c>javascript</c>, <c>data</c>, …); null where it may be one.</summary>
    public static string? Forbidden(string address)
    {
        int end = address.AsSpan().IndexOfAny(":/?#");
        if (end < 0 || address[end] != ':' || IsKnown(address.AsSpan(0, end)))
        {
            return null;
        }

        // Browsers ignore white space and control characters within a scheme.
        string scheme = new([.. address.Take(end).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format).Select(char.ToLowerInvariant)]);
        if (scheme.Length == 0)
        {
            return "unknown";
        }

        return IsKnown(scheme) ? null : MarkupName.Safe(scheme);
    }

    private static bool IsKnown(ReadOnlySpan<char> scheme)
    {
        foreach (string known in Schemes)
        {
            if (Ascii.EqualsIgnoreCase(scheme, known))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An address as it stands between the parentheses of a link.</summary>
    public static string Escaped(string address)
    {
        string trimmed = address.Trim();
        if (!trimmed.AsSpan().ContainsAnyExcept(Plain))
        {
            return trimmed;
        }

        var escaped = new StringBuilder(trimmed.Length);
        foreach (char c in trimmed)
        {
            bool meaning = c is <= ' ' or '\u007F' or '(' or ')' or '<' or '>' or '\\' or '|' or '"' or '`' or '*' || char.IsWhiteSpace(c);
            _ = meaning ? escaped.Append(Uri.EscapeDataString(c.ToString())) : escaped.Append(c);
        }

        return escaped.ToString();
    }
}
