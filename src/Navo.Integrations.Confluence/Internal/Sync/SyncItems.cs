using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>Makes items of answers: a bad one is skipped and ends nothing.</summary>
internal static class SyncItems
{
    /// <summary>An item by its state. Archived is not gone; a state of which nothing is known is taken for being there, for that deletes nothing.</summary>
    public static SyncItem Of(ContentMetadata metadata) => metadata.Status switch
    {
        ContentStatus.Trashed => new SyncItem.Gone(metadata.Id, DeletionCause.Trashed),
        ContentStatus.Draft or ContentStatus.Deleted or ContentStatus.Historical => new SyncItem.Gone(metadata.Id, DeletionCause.NotListed),
        _ => new SyncItem.Present(metadata),
    };

    /// <summary>An item that is asked for alone: absent is gone, and what may not be read is there and skipped.</summary>
    public static async Task<SyncItem> FindAsync(ContentId id, Func<Task<SyncItem>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            return new SyncItem.Gone(id, DeletionCause.NotListed);
        }
        catch (PermissionException failure)
        {
            return new SyncItem.Skipped(id, SkipReason.Forbidden) { ErrorType = failure.GetType().Name };
        }
    }

    /// <summary>The item that an entry of a list stands for; none for an entry without an id, which shows as missing when the list is counted.</summary>
    public static IEnumerable<SyncItem> Of(string? id, string? title, Func<SyncItem> map)
    {
        if (id is null || new ContentId(id) is var known && !ConfluenceIds.IsPossible(known))
        {
            return [];
        }

        try
        {
            return [map()];
        }
        catch (IntegrationException failure)
        {
            return [new SyncItem.Skipped(known, SkipReason.Malformed) { Title = title, ErrorType = failure.GetType().Name }];
        }
    }
}
