using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Pages of a feed of changes, and of lists beside it. A link to another host never leaves here, so that none gets into a checkpoint.</summary>
internal sealed class DeltaFeed(GraphPages pages, Uri graphBase)
{
    public const string Latest = "latest";

    private const int MaxLink = 16 << 10;

    private static readonly string[] VoidCodes = ["resyncRequired", "resyncChangesApplyDifferences", "resyncChangesUploadDifferences", "syncStateNotFound"];

    public Task<FeedAnswer> StartAsync(Func<ResyncAddress, Task<Stream>> ask, CancellationToken cancellationToken) =>
        AskAsync(null, resync => GraphPages.ReadAsync<ItemPageDto>(ask(resync), cancellationToken));

    public Task<FeedAnswer> FollowAsync(string link, Action<HttpRequestMessage> prepare, CancellationToken cancellationToken) => AskAsync(
        link,
        resync => pages.GetAsync<ItemPageDto>(Checked(link), request => Prepare(request, resync, prepare), cancellationToken));

    /// <summary>A page of a list that is no feed: that which a link leads to, or the first.</summary>
    public async Task<ItemPageDto> PageAsync(string? link, Func<Task<Stream>> first, CancellationToken cancellationToken)
    {
        ItemPageDto page = link is not null
            ? await pages.GetAsync<ItemPageDto>(Checked(link), cancellationToken).ConfigureAwait(false)
            : await GraphPages.ReadAsync<ItemPageDto>(first(), cancellationToken).ConfigureAwait(false);
        RequireProgress(link, page.NextLink);
        return page;
    }

    /// <summary>A page of everything as a sync is told it. The last one says where changes go on, an empty one too.</summary>
    public static SyncPage ToEnumerated(ItemPageDto page, IReadOnlyList<SyncItem> items)
    {
        string next = page.NextLink ?? page.DeltaLink!;
        return new() { Items = items, Position = next, IsLast = page.NextLink is null, ChangesFrom = page.NextLink is null ? next : null };
    }

    private async Task<FeedAnswer> AskAsync(string? link, Func<ResyncAddress, Task<ItemPageDto>> ask)
    {
        ResyncAddress resync = new();
        try
        {
            ItemPageDto page = await ask(resync).ConfigureAwait(false);
            RequireProgress(link, page.NextLink);
            _ = Checked(Required.Member(page.NextLink ?? page.DeltaLink, "@odata.deltaLink"));
            return new(page, null, null);
        }
        catch (IntegrationException failure) when (IsVoid(failure))
        {
            return new(null, failure, resync.Value is { } address && IsOurs(address) ? address : null);
        }
    }

    private static void Prepare(HttpRequestMessage request, ResyncAddress resync, Action<HttpRequestMessage> prepare)
    {
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Options.Set(ResyncAddress.Option, resync);
        prepare(request);
    }

    private static bool IsVoid(IntegrationException failure) => failure.StatusCode == 410 || VoidCodes.Contains(failure.ErrorCode, StringComparer.OrdinalIgnoreCase);

    private void RequireProgress(string? followed, string? next)
    {
        if (next is not null && Checked(next) == followed)
        {
            throw new ProtocolException("The paging of a feed or list leads back to the page that it leads from.");
        }
    }

    private string Checked(string link) => IsOurs(link) ? link : throw new ProtocolException("A link of a feed or list leads to another host than the configured one, or is none.");

    private bool IsOurs(string link) => link.Length <= MaxLink && Uri.TryCreate(link, UriKind.Absolute, out Uri? address) && address.UserInfo.Length == 0
        && address.Scheme == graphBase.Scheme && address.Port == graphBase.Port && address.IdnHost.Equals(graphBase.IdnHost, StringComparison.OrdinalIgnoreCase);
}
