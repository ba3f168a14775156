using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Asks for one item alone, and says what an answer or a refusal means to a sync.</summary>
internal static class ItemQuestion
{
    private const int Locked = 423;

    /// <param name="id">The item.</param>
    /// <param name="read">Reads it; null for what is no item of the sync.</param>
    public static async Task<SyncItem> AskAsync(ContentId id, Func<Task<SyncItem?>> read)
    {
        try
        {
            return await read().ConfigureAwait(false) ?? Gone(id);
        }
        catch (NotFoundException)
        {
            return Gone(id);
        }
        catch (PermissionException refused)
        {
            return new SyncItem.Skipped(id, SkipReason.Forbidden) { ErrorType = refused.GetType().Name };
        }
        catch (IntegrationException failure) when (failure.StatusCode == Locked || "malwareDetected".Equals(failure.ErrorCode, StringComparison.OrdinalIgnoreCase))
        {
            return new SyncItem.Skipped(id, SkipReason.Malware) { ErrorType = failure.GetType().Name };
        }
    }

    private static SyncItem.Gone Gone(ContentId id) => new(id, DeletionCause.NotListed);
}
