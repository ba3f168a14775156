using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// Changes of a library, page by page. A folder in the feed was made, renamed, moved or shared, and what lies in it is not in the feed: it is read from the folder, page by page, before the
/// feed goes on. Who may see an item is read where the feed marks it.
/// </summary>
internal sealed class DriveChanges(DriveFeed feed, FolderTrees trees, ItemAccess access, SharePointSites sites, IntegrationName name)
{
    public async Task<SyncPage> ReadAsync(string drive, string position, CancellationToken cancellationToken)
    {
        SitePlace place = await sites.RequireDriveAsync(drive, cancellationToken).ConfigureAwait(false);
        ChangePosition at = ChangePosition.Parse(position);
        FolderTree tree = trees.Take(drive, position);
        DriveItemReader reader = new(drive, place, tree, name);
        (ChangePosition? next, IReadOnlyList<SyncItem> items, string? startAgainAt) = at.Left is [.., FolderStep step]
            ? await FolderAsync(drive, at with { Left = [.. at.Left.SkipLast(1)] }, step, (reader, tree, place), cancellationToken).ConfigureAwait(false)
            : await FeedAsync(at, (reader, tree, place), cancellationToken).ConfigureAwait(false);
        if (next is null)
        {
            return new() { Position = startAgainAt ?? string.Empty, MustEnumerate = true };
        }

        SyncPage page = next.ToPage(items);
        trees.Keep(drive, page.Position, tree, page.IsLast);
        return page;
    }

    private async Task<(ChangePosition? Next, IReadOnlyList<SyncItem> Items, string? StartAgainAt)> FeedAsync(
        ChangePosition at, (DriveItemReader Reader, FolderTree Tree, SitePlace Place) on, CancellationToken cancellationToken)
    {
        FeedAnswer answer = await feed.FollowAsync(at.Link, cancellationToken).ConfigureAwait(false);
        if (answer.Page is not { } page)
        {
            return (null, [], answer.StartAgainAt);
        }

        on.Tree.Told.Clear();
        ItemPage read = await on.Reader.ReadAsync(page, cancellationToken).ConfigureAwait(false);
        IEnumerable<FolderStep> steps = read.Folders.Select(static folder => new FolderStep(folder.Id!, null, DriveItemReader.IsSharedAnew(folder)));
        return (
            new(page.NextLink ?? page.DeltaLink!, page.NextLink is null, [.. steps.OrderBy(static step => step.WithAccess)]), // taken from the end: what is shared before what is read without asking who may see it
            await access.FillAsync(read.Items, read.SharedAnew.Contains, on.Place, cancellationToken).ConfigureAwait(false),
            null);
    }

    /// <summary>A page of a folder. Folders in it come before its next page, so that what is left to do stays short.</summary>
    private async Task<(ChangePosition? Next, IReadOnlyList<SyncItem> Items, string? StartAgainAt)> FolderAsync(
        string drive, ChangePosition after, FolderStep step, (DriveItemReader Reader, FolderTree Tree, SitePlace Place) on, CancellationToken cancellationToken)
    {
        if (step.Link is null && !on.Tree.Told.Add(step.Folder))
        {
            return (after, [], null); // with the folder above it
        }

        try
        {
            if (await feed.ChildrenAsync(drive, step, cancellationToken).ConfigureAwait(false) is not { } page)
            {
                return (null, [], null);
            }

            ItemPage read = await on.Reader.ReadAsync(page, cancellationToken).ConfigureAwait(false);
            IEnumerable<FolderStep> goesOn = page.NextLink is { } next ? [step with { Link = next }] : [];
            IEnumerable<FolderStep> below = read.Folders.Select(folder => new FolderStep(folder.Id!, null, step.WithAccess));
            return (after with { Left = [.. after.Left, .. goesOn, .. below] }, await access.FillAsync(read.Items, _ => step.WithAccess, on.Place, cancellationToken).ConfigureAwait(false), null);
        }
        catch (NotFoundException)
        {
            return (after, [], null); // it has gone meanwhile, which the feed is going to tell
        }
        catch (PermissionException)
        {
            return (after, [new SyncItem.Skipped(new DriveItemAddress(drive, step.Folder).Id, SkipReason.Forbidden)], null);
        }
    }
}
