using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Navo.Integrations.Testing.Confluence.Http;

/// <summary>Cuts lists into pages as the vendors do: opaque cursors in Cloud, offsets in Data Center and old lists.</summary>
internal static class Paging
{
    private const string CursorMark = "navo:";

    public static PageSlice<T> ByCursor<T>(SimulatedCall call, IReadOnlyList<T> all, int byDefault, int max)
    {
        var start = call.Query("cursor") is { } cursor ? Decode(cursor) : 0;
        return Slice(call, all, start, call.Number("limit", byDefault, 1, max));
    }

    public static PageSlice<T> ByOffset<T>(SimulatedCall call, IReadOnlyList<T> all, int byDefault, int max) =>
        Slice(call, all, call.Number("start", 0, 0, int.MaxValue), call.Number("limit", byDefault, 0, max));

    public static string Encode(int start) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{CursorMark}{start}")));

    private static PageSlice<T> Slice<T>(SimulatedCall call, IReadOnlyList<T> all, int start, int asked)
    {
        var quirks = call.Simulator.Quirks;
        var limit = Math.Min(asked, call.Simulator.MaxPageSize ?? asked);
        var items = all.Skip(start).Take(limit).ToList();
        var end = start + items.Count;
        int? next = end < all.Count && items.Count > 0 ? end : null;
        if (next is not null && quirks.RepeatsItemsAcrossPages && items.Count > 1)
        {
            next--;
        }

        if (quirks.EmptyPagesWithNextLink)
        {
            next ??= end;
        }

        return new PageSlice<T>(items, start, limit, quirks.NextLinkPointsToItself ? start : next);
    }

    private static int Decode(string cursor)
    {
        var bytes = Encoding.UTF8.GetBytes(cursor);
        if (Base64Url.IsValid(bytes))
        {
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromUtf8(bytes));
            if (text.StartsWith(CursorMark, StringComparison.Ordinal)
                && int.TryParse(text.AsSpan(CursorMark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var start))
            {
                return start;
            }
        }

        throw ApiErrorException.BadRequest("Provided value for 'cursor' is not the correct type. Expected type is Cursor.");
    }
}
