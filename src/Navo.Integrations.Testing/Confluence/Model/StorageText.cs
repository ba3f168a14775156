using System.Net;
using System.Text;

namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>The words of a body in storage format, for search and excerpts.</summary>
internal static class StorageText
{
    private const string CdataOpen = "<![CDATA[";
    private const string CdataClose = "]]>";

    public static string Of(string storage)
    {
        var text = new StringBuilder(storage.Length);
        var at = 0;
        while (at < storage.Length)
        {
            var open = storage.IndexOf('<', at);
            if (open < 0)
            {
                text.Append(WebUtility.HtmlDecode(storage[at..]));
                break;
            }

            text.Append(WebUtility.HtmlDecode(storage[at..open]));
            at = Skip(storage, open, text);
        }

        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static int Skip(string storage, int open, StringBuilder text)
    {
        var cdata = storage.AsSpan(open).StartsWith(CdataOpen, StringComparison.Ordinal);
        var close = storage.IndexOf(cdata ? CdataClose : ">", open, StringComparison.Ordinal);
        if (close < 0)
        {
            return storage.Length;
        }

        text.Append(cdata ? storage[(open + CdataOpen.Length)..close] : " ");
        return close + (cdata ? CdataClose.Length : 1);
    }
}
