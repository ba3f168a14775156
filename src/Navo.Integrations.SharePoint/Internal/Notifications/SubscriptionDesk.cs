using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Mapping;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Asks Graph about subscriptions; each question passes the waist.</summary>
internal sealed class SubscriptionDesk(IIntegrationPipeline pipeline, IGraphApi api, GraphPages pages, Func<SharePointSettings> current, TimeProvider time)
{
    public async Task<IReadOnlyList<LibrarySubscription>> ListAsync(CancellationToken cancellationToken)
    {
        string url = Address();
        return await CallAsync(
            SharePointOperations.ListSubscriptions,
            null,
            async token => (IReadOnlyList<LibrarySubscription>)[.. (await pages.ToListAsync(api.GetSubscriptionsAsync(token), token).ConfigureAwait(false)).Select(dto => SubscriptionMapping.ToOwn(dto, url)).OfType<LibrarySubscription>()],
            cancellationToken).ConfigureAwait(false);
    }

    public Task<LibrarySubscription> CreateAsync(string driveId, CancellationToken cancellationToken)
    {
        string url = Address();
        SubscriptionDto wanted = new()
        {
            ChangeType = "updated",
            Resource = DriveResource.Of(PathSegment.Of(driveId)),
            NotificationUrl = url,
            LifecycleNotificationUrl = url,
            ExpirationDateTime = NextEnd(),
            ClientState = current().States.Of(driveId),
            LatestSupportedTlsVersion = "v1_2",
        };
        return CallAsync(SharePointOperations.CreateSubscription, driveId, async token => SubscriptionMapping.ToSubscription(await CreateAsync(wanted, token).ConfigureAwait(false), driveId), cancellationToken);
    }

    public Task<LibrarySubscription> RenewAsync(string id, CancellationToken cancellationToken)
    {
        SubscriptionDto change = new() { ExpirationDateTime = NextEnd() };
        return CallAsync(
            SharePointOperations.RenewSubscription,
            id,
            async token => SubscriptionMapping.ToSubscription(await api.RenewSubscriptionAsync(PathSegment.Of(id), change, token).ConfigureAwait(false), null),
            cancellationToken);
    }

    public Task ReauthorizeAsync(string id, CancellationToken cancellationToken) =>
        CallAsync(SharePointOperations.RenewSubscription, id, token => DoneAsync(api.ReauthorizeSubscriptionAsync(PathSegment.Of(id), token)), cancellationToken);

    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(SharePointOperations.DeleteSubscription, id, token => DoneAsync(api.DeleteSubscriptionAsync(PathSegment.Of(id), token)), cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            // gone is what was wanted
        }
    }

    private async Task<SubscriptionDto> CreateAsync(SubscriptionDto wanted, CancellationToken cancellationToken)
    {
        try
        {
            return await api.CreateSubscriptionAsync(wanted, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidQueryException refused) when (refused.ErrorCode == "ValidationError")
        {
            throw new InvalidQueryException("Graph could not validate the address of notifications.")
            {
                StatusCode = refused.StatusCode,
                RequestId = refused.RequestId,
                ErrorCode = refused.ErrorCode,
                Remedy = "Let Graph reach Notifications:Url from the Internet; it must answer the handshake with the token within 10 seconds, so the application has to listen before it subscribes.",
            };
        }
        catch (PermissionException refused)
        {
            throw new PermissionException(refused.Message)
            {
                StatusCode = refused.StatusCode,
                RequestId = refused.RequestId,
                ErrorCode = refused.ErrorCode,
                Remedy = "Grant the application the permission for subscriptions to files (Files.ReadWrite.All in the vendor's table), or leave the library out of Notifications:Containers.",
            };
        }
    }

    /// <summary>In whole seconds: that is what the source keeps.</summary>
    private DateTimeOffset NextEnd() => DateTimeOffset.FromUnixTimeSeconds((time.GetUtcNow() + current().Options.Notifications.Lifetime).ToUnixTimeSeconds());

    private string Address() => current().Options.Notifications.Url?.AbsoluteUri
        ?? throw new ConfigurationException($"{SharePointDefaults.Kind}: Notifications:Url is not configured.") { Remedy = "Set Notifications:Url and Notifications:Secret." };

    private static async Task<object> DoneAsync(Task work)
    {
        await work.ConfigureAwait(false);
        return work;
    }

    private Task<T> CallAsync<T>(IntegrationOperation operation, string? item, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where T : class => pipeline.ExecuteAsync(operation, new IntegrationCall<T>(AccessContext.Service, work, item) { ItemId = item }, cancellationToken);
}
