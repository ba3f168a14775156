using System.Text.RegularExpressions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Finds images whose address has room for what is to be carried away: a query, a placeholder, or the data itself; and links with a placeholder in the query.</summary>
/// <remarks>It reads what strangers wrote: each rule goes over the text once, and copies no more of it than the labels of addresses that would carry.</remarks>
internal static partial class ImageDetector
{
    private const int MaxLabel = 200;

    private static readonly string[] Carriers = ["{{", "{data", "$(", "%7b", "[data", "<data", "base64,"];
    private static readonly string[] Placeholders = ["{{", "{data", "$(", "%7b%7b", "[data", "<data"];

    public static bool CarriesData(string text) => text.Contains("<img", StringComparison.OrdinalIgnoreCase)
        || HasCarrier(text, "![", isImage: true)
        || HasCarrier(text, "[", isImage: false)
        || HasCarryingDefinition(text);

    /// <summary>Addresses in place: <c>[text](address)</c>. One that begins within another ends with it, so that the outer one tells for both.</summary>
    private static bool HasCarrier(string text, string mark, bool isImage)
    {
        int at = text.IndexOf(mark, StringComparison.Ordinal);
        while (at >= 0)
        {
            int open = text.IndexOf("](", at, StringComparison.Ordinal);
            int close = open < 0 ? -1 : text.IndexOf(')', open);
            if (close < 0)
            {
                return false;
            }

            ReadOnlySpan<char> address = text.AsSpan(open + 2, close - open - 2);
            if (IsCarrier(address, isImage))
            {
                return true;
            }

            int last = address.LastIndexOf("](");
            at = text.IndexOf(mark, open + 2 + (last < 0 ? 0 : last + 2), StringComparison.Ordinal);
        }

        return false;
    }

    /// <summary>Reference definitions: <c>[label]: address</c>.</summary>
    private static bool HasCarryingDefinition(string text)
    {
        HashSet<string> labels = new(StringComparer.OrdinalIgnoreCase);
        foreach (ValueMatch match in Definition().EnumerateMatches(text))
        {
            ReadOnlySpan<char> definition = text.AsSpan(match.Index, match.Length).TrimStart(' ')[1..];
            int end = definition.IndexOf(']');
            ReadOnlySpan<char> address = definition[(end + 2)..].TrimStart(" \t");
            if (IsCarrier(address, isImage: false))
            {
                return true;
            }

            if (IsCarrier(address, isImage: true))
            {
                labels.Add(definition[..end].ToString());
            }
        }

        return labels.Count > 0 && text.Contains("![", StringComparison.Ordinal) && (IsReferredTo(text, "![", labels) || IsReferredTo(text, "][", labels));
    }

    /// <summary>Whether an image refers to one of the definitions: <c>![alt][label]</c>, <c>![label]</c>.</summary>
    private static bool IsReferredTo(string text, string mark, HashSet<string> labels)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known = labels.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at + 1, StringComparison.Ordinal))
        {
            ReadOnlySpan<char> rest = text.AsSpan(at + mark.Length);
            int end = rest[..Math.Min(rest.Length, MaxLabel + 1)].IndexOf(']');
            if (end > 0 && known.Contains(rest[..end]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCarrier(ReadOnlySpan<char> address, bool isImage)
    {
        int query = address.IndexOf('?');
        return isImage
            ? (address.Contains("://", StringComparison.Ordinal) && query >= 0 && address.Contains('=')) || HasAny(address, Carriers)
            : query >= 0 && HasAny(address[query..], Placeholders);
    }

    private static bool HasAny(ReadOnlySpan<char> address, string[] marks)
    {
        foreach (string mark in marks)
        {
            if (address.Contains(mark, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^ {0,3}\[([^\]\n]{1,200})\]:[ \t]*(\S+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Definition();
}
