using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// Everything in a library, page by page: the feed without a token, which alone promises every item. A folder may come more than once, and of what was told before its last word the path is not
/// true: such folders are read first when changes go on. So are those of a page at which nobody knows what came before.
/// </summary>
internal sealed class DriveEnumeration(DriveFeed feed, FeedAhead ahead, FolderTrees trees, ItemAccess access, SharePointSites sites, IntegrationName name)
{
    private readonly FeedRestarts _restarts = new();

    public async Task<SyncPage> ReadAsync(string drive, SyncPageRequest request, CancellationToken cancellationToken)
    {
        SitePlace place = await sites.RequireDriveAsync(drive, cancellationToken).ConfigureAwait(false);
        FolderTree tree = trees.Take(drive, request.Position ?? string.Empty, out bool isNew);
        int restarts = _restarts.Take(drive, request.Position);
        FeedAnswer answer = await (request.Position is { Length: > 0 } link
            ? ahead.FollowAsync(drive, link, cancellationToken)
            : feed.StartAsync(drive, null, cancellationToken)).ConfigureAwait(false);
        if (answer.Page is not { } page)
        {
            return _restarts.Restart(drive, answer, restarts);
        }

        ItemPage read = await new DriveItemReader(drive, place, tree, name).ReadAsync(page, cancellationToken).ConfigureAwait(false);
        tree.ShownOtherwise.UnionWith(isNew && request.Position is { Length: > 0 } ? read.Folders.Select(static folder => folder.Id!) : []);
        SyncPage told = DeltaFeed.ToEnumerated(page, await access.FillAsync(read.Items, _ => request.WithAccess, place, cancellationToken).ConfigureAwait(false));
        trees.Keep(drive, told.Position, tree, told.IsLast);
        _restarts.Keep(drive, told, restarts);
        return told.IsLast ? told with { ChangesFrom = ChangesFrom(told.Position, tree) } : told;
    }

    private static string ChangesFrom(string link, FolderTree tree) =>
        new ChangePosition(link, IsEnd: false, [.. tree.ShownOtherwise.Order(StringComparer.Ordinal).Select(static folder => new FolderStep(folder, null, WithAccess: false))]).ToString();
}
