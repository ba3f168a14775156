using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// Pages of sites. Graph has no feed of their changes, so every run lists them, without their text, and compares; what is not listed is asked for alone before it is told as gone.
/// </summary>
internal sealed class PageSync(IGraphApi api, DeltaFeed feed, PageAccess access, SharePointSites sites, Func<SharePointSettings> current, IntegrationName name) : ISyncPart
{
    /// <summary>The position of changes, which is no place: they are found by listing.</summary>
    private const string Listed = "listed";

    private readonly FeedRestarts _restarts = new();

    public Task<string> LatestAsync(string partition, CancellationToken cancellationToken) => Task.FromResult(Listed);

    public Task<SyncPage> ChangesAsync(string partition, string position, CancellationToken cancellationToken) =>
        Task.FromResult(new SyncPage { Position = string.Empty, MustEnumerate = true });

    public async Task<SyncPage> EnumerateAsync(string partition, SyncPageRequest request, CancellationToken cancellationToken)
    {
        PagesPartition of = PagesPartition.TryParse(partition) ?? throw new NotFoundException("The site is absent or not visible.");
        SitePlace place = await sites.RequireAsync(new SiteAddress(of.SiteId), cancellationToken).ConfigureAwait(false);
        int restarts = _restarts.Take(partition, request.Position);
        string? link = request.Position is { Length: > 0 } ? request.Position : null;
        ItemPageDto page;
        try
        {
            page = await feed.PageAsync(link, () => api.GetPageListAsync(of.SiteId, SharePointDefaults.PageFields, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (IntegrationException failure) when (link is not null && failure.StatusCode is 400 or 410)
        {
            return _restarts.Restart(partition, new(null, failure, null), restarts); // a link from the last run need not be good any more
        }

        IReadOnlyList<SyncItem> items = new SitePageReader(of.SiteId, place, name).Read(page);
        items = request.WithAccess ? await access.FillAsync(items, place, cancellationToken).ConfigureAwait(false) : items;
        SyncPage told = new() { Items = items, Position = page.NextLink ?? string.Empty, IsLast = page.NextLink is null };
        _restarts.Keep(partition, told, restarts);
        return told;
    }

    public Task<SyncItem> FindAsync(ContentId id, CancellationToken cancellationToken) => ItemQuestion.AskAsync(id, async () =>
    {
        if (ItemAddress.TryParse(id) is not SitePageAddress address || !current().Options.SyncPages)
        {
            return null;
        }

        SitePlace place = await sites.RequireKeptAsync(address, cancellationToken).ConfigureAwait(false);
        SitePageDto page = await api.GetPageAsync(address.SiteId, address.PageId, null, cancellationToken).ConfigureAwait(false);
        SharePointItems.RequireAsked(address.PageId, page.Id);
        return new SitePageReader(address.SiteId, place, name).ToItem(page.Id, page);
    });

    /// <summary>Graph counts no pages of a site.</summary>
    public Task<PartitionEstimate> EstimateAsync(SyncPartition partition, string? changesFrom, CancellationToken cancellationToken) =>
        Task.FromResult(new PartitionEstimate(partition.Id, partition.Title, null, null, null));
}
