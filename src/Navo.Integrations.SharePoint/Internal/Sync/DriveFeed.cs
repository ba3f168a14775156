using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Pages of the feed of a library, and of its folders.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/driveitem-delta"/>; what it says of sharing: <see href="https://learn.microsoft.com/onedrive/developer/rest-api/concepts/scan-guidance"/>.</remarks>
internal sealed class DriveFeed(IGraphApi api, DeltaFeed feed)
{
    private const string Prefer = "deltashowremovedasdeleted, deltatraversepermissiongaps, deltashowsharingchanges, hierarchicalsharing";

    public Task<FeedAnswer> StartAsync(string drive, string? token, CancellationToken cancellationToken) => feed.StartAsync(
        resync => api.GetChangesAsync(drive, token, SharePointDefaults.ItemFields, SharePointDefaults.PageSize, Prefer, resync, cancellationToken),
        cancellationToken);

    public Task<FeedAnswer> FollowAsync(string link, CancellationToken cancellationToken) => feed.FollowAsync(link, Prepare, cancellationToken);

    /// <summary>A page of a folder; null where the link to it is not good any more, as one from an earlier run need not be.</summary>
    public async Task<ItemPageDto?> ChildrenAsync(string drive, FolderStep step, CancellationToken cancellationToken)
    {
        try
        {
            return await feed.PageAsync(
                step.Link,
                () => api.GetChildrenAsync(drive, PathSegment.Of(step.Folder), SharePointDefaults.ItemFields, SharePointDefaults.PageSize, cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }
        catch (IntegrationException failure) when (step.Link is not null && failure.StatusCode is 400 or 410)
        {
            return null;
        }
    }

    private static void Prepare(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Prefer", Prefer);
        request.Headers.TryAddWithoutValidation("deltaExcludeParent", "true");
    }
}
