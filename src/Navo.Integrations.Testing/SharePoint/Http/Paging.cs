using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>Cuts lists into pages with opaque skip tokens, as badly as the quirks say.</summary>
internal static class Paging
{
    private const string TokenName = "$skiptoken";
    private const int MaxTop = 1000;

    public static JsonObject Page(GraphCall call, IReadOnlyList<JsonNode> all, int byDefault)
    {
        GraphQuirks quirks = call.Server.Quirks;
        (int start, bool isEmpty) = call.Query(TokenName) is { } token ? Decode(token) : (0, false);
        int size = isEmpty ? 0 : SizeOf(call, byDefault);
        JsonNode[] items = [.. all.Skip(start).Take(size)];
        JsonObject page = new() { ["value"] = new JsonArray(items) };
        if (quirks.NextLinkPointsToItself)
        {
            page["@odata.nextLink"] = call.LinkWith(TokenName, Encode(start, isEmpty));
        }
        else if (start + items.Length < all.Count)
        {
            int overlap = quirks.RepeatsItemsAcrossPages && items.Length > 1 ? 1 : 0;
            page["@odata.nextLink"] = call.LinkWith(TokenName, Encode(start + items.Length - overlap, quirks.EmptyPagesWithNextLink && !isEmpty));
        }

        return page;
    }

    /// <summary>How many items a page has: what is asked for, within the bounds of the service and of the options.</summary>
    public static int SizeOf(GraphCall call, int byDefault) => Math.Min(call.Number("$top", byDefault, MaxTop), call.Server.MaxPageSize ?? int.MaxValue);

    private static string Encode(int start, bool isEmpty) =>
        Convert.ToHexString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(isEmpty ? 'e' : 'p')}{start}")));

    private static (int Start, bool IsEmpty) Decode(string token)
    {
        try
        {
            string text = Encoding.ASCII.GetString(Convert.FromHexString(token));
            return (int.Parse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture), text[0] == 'e');
        }
        catch (Exception error) when (error is FormatException or ArgumentOutOfRangeException or OverflowException)
        {
            throw GraphError.Invalid("The skip token is none of ours.");
        }
    }
}
