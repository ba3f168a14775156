using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>Cuts lists into pages with opaque skip tokens, as badly as the quirks say.</summary>
internal static class Paging
{
    private const string TokenName = "$skiptoken";
    private const int MaxTop = 1000;

    public static JsonObject Page(GraphCall call, IReadOnlyList<JsonNode> all, int byDefault) => Cut(
        call,
        all,
        byDefault,
        position => int.Parse(position, NumberStyles.None, CultureInfo.InvariantCulture),
        start => start.ToString(CultureInfo.InvariantCulture));

    /// <summary>A page of a list whose tokens name the item before and do not count: what comes or goes there shifts nothing. So it is with the items of a folder.</summary>
    /// <param name="call">The request.</param>
    /// <param name="all">The items with their keys, in the order of those.</param>
    /// <param name="byDefault">The size of a page where none is asked for.</param>
    public static JsonObject PageByKey(GraphCall call, IReadOnlyList<(string Key, JsonNode Item)> all, int byDefault) => Cut(
        call,
        [.. all.Select(entry => entry.Item)],
        byDefault,
        position => all.Count(entry => string.CompareOrdinal(entry.Key, position) <= 0),
        start => start > 0 ? all[start - 1].Key : string.Empty);

    /// <summary>How many items a page has: what is asked for, within the bounds of the service and of the options.</summary>
    public static int SizeOf(GraphCall call, int byDefault) => Math.Min(call.Number("$top", byDefault, MaxTop), call.Server.MaxPageSize ?? int.MaxValue);

    private static JsonObject Cut(GraphCall call, IReadOnlyList<JsonNode> all, int byDefault, Func<string, int> startOf, Func<int, string> positionOf)
    {
        GraphQuirks quirks = call.Server.Quirks;
        (int start, bool isEmpty) = call.Query(TokenName) is { } token ? Decode(token, startOf) : (0, false);
        int size = isEmpty ? 0 : SizeOf(call, byDefault);
        JsonNode[] items = [.. all.Skip(start).Take(size)];
        JsonObject page = new() { ["value"] = new JsonArray(items) };
        if (quirks.NextLinkPointsToItself)
        {
            page["@odata.nextLink"] = call.LinkWith(TokenName, Encode(positionOf(start), isEmpty));
        }
        else if (start + items.Length < all.Count)
        {
            int overlap = quirks.RepeatsItemsAcrossPages && items.Length > 1 ? 1 : 0;
            page["@odata.nextLink"] = call.LinkWith(TokenName, Encode(positionOf(start + items.Length - overlap), quirks.EmptyPagesWithNextLink && !isEmpty));
        }

        return page;
    }

    private static string Encode(string position, bool isEmpty) => Convert.ToHexString(Encoding.UTF8.GetBytes($"{(isEmpty ? 'e' : 'p')}{position}"));

    private static (int Start, bool IsEmpty) Decode(string token, Func<string, int> startOf)
    {
        try
        {
            string text = Encoding.UTF8.GetString(Convert.FromHexString(token));
            return (startOf(text[1..]), text[0] == 'e');
        }
        catch (Exception error) when (error is FormatException or ArgumentOutOfRangeException or OverflowException)
        {
            throw GraphError.Invalid("The skip token is none of ours.");
        }
    }
}
