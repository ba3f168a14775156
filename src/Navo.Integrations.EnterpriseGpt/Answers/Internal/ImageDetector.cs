using System.Text.RegularExpressions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Finds images whose address has room for what is to be carried away: a query, a placeholder, or the data itself; and links with a placeholder in the query.</summary>
internal static partial class ImageDetector
{
    private static readonly string[] Carriers = ["{{", "{data", "$(", "%7b", "[data", "<data", "base64,"];
    private static readonly string[] Placeholders = ["{{", "{data", "$(", "%7b%7b", "[data", "<data"];

    public static bool CarriesData(string text) => text.Contains("<img", StringComparison.OrdinalIgnoreCase)
        || Addresses(text, "![").Any(static a => IsCarrier(a, isImage: true))
        || Addresses(text, "[").Any(static a => IsCarrier(a, isImage: false))
        || Definition().Matches(text).Any(d => IsCarrier(d.Groups[2].Value, IsImage(text, d.Groups[1].Value)));

    private static IEnumerable<string> Addresses(string text, string mark)
    {
        for (int at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at + mark.Length, StringComparison.Ordinal))
        {
            int open = text.IndexOf("](", at, StringComparison.Ordinal);
            int close = open < 0 ? -1 : text.IndexOf(')', open);
            if (close < 0)
            {
                yield break;
            }

            yield return text[(open + 2)..close];
        }
    }

    /// <summary>Whether an image refers to a definition: <c>![alt][label]</c>, <c>![label]</c>.</summary>
    private static bool IsImage(string text, string label) => text.Contains($"![{label}]", StringComparison.OrdinalIgnoreCase)
        || (text.Contains("![", StringComparison.Ordinal) && text.Contains($"][{label}]", StringComparison.OrdinalIgnoreCase));

    private static bool IsCarrier(string address, bool isImage)
    {
        int query = address.IndexOf('?', StringComparison.Ordinal);
        return isImage
            ? (address.Contains("://", StringComparison.Ordinal) && query >= 0 && address.Contains('=', StringComparison.Ordinal)) || Carriers.Any(c => address.Contains(c, StringComparison.OrdinalIgnoreCase))
            : query >= 0 && Placeholders.Any(p => address.AsSpan(query).Contains(p, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A reference definition: <c>[label]: address</c>.</summary>
    [GeneratedRegex(@"^ {0,3}\[([^\]\n]{1,200})\]:[ \t]*(\S+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Definition();
}
