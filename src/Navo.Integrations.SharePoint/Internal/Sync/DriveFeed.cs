using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Pages of the feed of a library, and of its folders. A link to another host never leaves here, so that none gets into a checkpoint.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/driveitem-delta"/>; what it says of sharing: <see href="https://learn.microsoft.com/onedrive/developer/rest-api/concepts/scan-guidance"/>.</remarks>
internal sealed class DriveFeed(IGraphApi api, GraphPages pages, Uri graphBase)
{
    public const string Latest = "latest";

    private const string Prefer = "deltashowremovedasdeleted, deltatraversepermissiongaps, deltashowsharingchanges, hierarchicalsharing";
    private const int MaxLink = 16 << 10;

    private static readonly string[] VoidCodes = ["resyncRequired", "resyncChangesApplyDifferences", "resyncChangesUploadDifferences", "syncStateNotFound"];

    public Task<FeedAnswer> StartAsync(string drive, string? token, CancellationToken cancellationToken) => AskAsync(
        null,
        resync => GraphPages.ReadAsync<ItemPageDto>(api.GetChangesAsync(drive, token, SharePointDefaults.ItemFields, SharePointDefaults.PageSize, Prefer, resync, cancellationToken), cancellationToken));

    public Task<FeedAnswer> FollowAsync(string link, CancellationToken cancellationToken) => AskAsync(
        link,
        resync => pages.GetAsync<ItemPageDto>(Checked(link), request => Prepare(request, resync), cancellationToken));

    public async Task<ItemPageDto> ChildrenAsync(string drive, FolderStep step, CancellationToken cancellationToken)
    {
        ItemPageDto page = step.Link is { } link
            ? await pages.GetAsync<ItemPageDto>(Checked(link), cancellationToken).ConfigureAwait(false)
            : await GraphPages.ReadAsync<ItemPageDto>(
                api.GetChildrenAsync(drive, PathSegment.Of(step.Folder), SharePointDefaults.ItemFields, SharePointDefaults.PageSize, cancellationToken), cancellationToken).ConfigureAwait(false);
        RequireProgress(step.Link, page.NextLink);
        return page;
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

    private static void Prepare(HttpRequestMessage request, ResyncAddress resync)
    {
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("Prefer", Prefer);
        request.Headers.TryAddWithoutValidation("deltaExcludeParent", "true");
        request.Options.Set(ResyncAddress.Option, resync);
    }

    private static bool IsVoid(IntegrationException failure) => failure.StatusCode == 410 || VoidCodes.Contains(failure.ErrorCode, StringComparer.OrdinalIgnoreCase);

    private void RequireProgress(string? followed, string? next)
    {
        if (next is not null && Checked(next) == followed)
        {
            throw new ProtocolException("The paging of a library leads back to the page that it leads from.");
        }
    }

    private string Checked(string link) => IsOurs(link) ? link : throw new ProtocolException("A link of a library leads to another host than the configured one, or is none.");

    private bool IsOurs(string link) => link.Length <= MaxLink && Uri.TryCreate(link, UriKind.Absolute, out Uri? address) && address.UserInfo.Length == 0
        && address.Scheme == graphBase.Scheme && address.Port == graphBase.Port && address.IdnHost.Equals(graphBase.IdnHost, StringComparison.OrdinalIgnoreCase);
}
