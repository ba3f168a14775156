using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Everything in a library, page by page: the feed without a token, which alone promises every item. Its last page says where changes go on, an empty one too.</summary>
internal sealed class DriveEnumeration(DriveFeed feed, FolderTrees trees, ItemAccess access, SharePointSites sites, IntegrationName name)
{
    private const int MaxRestarts = 3;

    public async Task<SyncPage> ReadAsync(string drive, SyncPageRequest request, CancellationToken cancellationToken)
    {
        SitePlace place = await sites.RequireDriveAsync(drive, cancellationToken).ConfigureAwait(false);
        FolderTree tree = trees.Take(drive, request.Position ?? string.Empty);
        FeedAnswer answer = await (request.Position is { Length: > 0 } link
            ? feed.FollowAsync(link, cancellationToken)
            : feed.StartAsync(drive, null, cancellationToken)).ConfigureAwait(false);
        if (answer.Page is not { } page)
        {
            return Restart(drive, tree, answer);
        }

        ItemPage read = await new DriveItemReader(drive, place, tree, name).ReadAsync(page, cancellationToken).ConfigureAwait(false);
        string next = page.NextLink ?? page.DeltaLink!;
        trees.Keep(drive, next, tree, isOver: page.NextLink is null);
        return new()
        {
            Items = await access.FillAsync(read.Items, _ => request.WithAccess, place, cancellationToken).ConfigureAwait(false),
            Position = next,
            IsLast = page.NextLink is null,
            ChangesFrom = page.NextLink is null ? next : null,
        };
    }

    /// <summary>Sends the walk to its beginning, or to where Graph wants it to begin; not for ever.</summary>
    private SyncPage Restart(string drive, FolderTree tree, FeedAnswer answer)
    {
        string from = answer.StartAgainAt ?? string.Empty;
        if (tree.Restarts == MaxRestarts)
        {
            throw answer.Void!;
        }

        trees.KeepRestarted(drive, from, tree.Restarts + 1);
        return new() { Position = from, MustEnumerate = true };
    }
}
