using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>Everything in a space, list by list. A position is the number of new starts, the list, and where it goes on.</summary>
internal sealed class SyncEnumeration(ISyncDesk desk, PlaceMemory places)
{
    private const int MaxRestarts = 3;

    public async Task<SyncPage> ReadAsync(ContainerRef space, string? position, CancellationToken cancellationToken)
    {
        (int restarts, int list, string? cursor) = Parse(position);
        SyncListing listing;
        try
        {
            listing = await desk.ListAsync(space, desk.Lists[list], cursor, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidQueryException) when (cursor is not null && restarts < MaxRestarts)
        {
            return new() { Position = Text(restarts + 1, 0, null), MustEnumerate = true }; // the cursor has had its time
        }

        places.Note(listing.Items);
        return listing.Next is null && list == desk.Lists.Count - 1
            ? new() { Items = listing.Items, Position = string.Empty, IsLast = true }
            : new() { Items = listing.Items, Position = Text(restarts, listing.Next is null ? list + 1 : list, listing.Next) };
    }

    private (int Restarts, int List, string? Cursor) Parse(string? position)
    {
        string[] parts = position?.Split('.', 3) ?? [];
        return parts is [var restarts, var list, var cursor]
            && int.TryParse(restarts, NumberStyles.None, CultureInfo.InvariantCulture, out int starts)
            && int.TryParse(list, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < desk.Lists.Count
            ? (starts, number, cursor.Length == 0 ? null : cursor)
            : (0, 0, null);
    }

    private static string Text(int restarts, int list, string? cursor) => string.Create(CultureInfo.InvariantCulture, $"{restarts}.{list}.{cursor}");
}
