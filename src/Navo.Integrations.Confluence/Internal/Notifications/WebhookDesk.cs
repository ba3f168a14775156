using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Confluence.Internal.Notifications;

/// <summary>Asks Data Center about webhooks; each question passes the waist.</summary>
internal sealed class WebhookDesk(IIntegrationPipeline pipeline, IConfluenceDataCenterApi api, Func<ConfluenceSettings> current)
{
    private const int PageSize = 100;

    public Task<List<ConfluenceWebhook>> ListAsync(CancellationToken cancellationToken) => CallAsync(
        ConfluenceOperations.ListWebhooks,
        null,
        token => PagedList.ToListAsync(PagedList.WalkAsync("start", (start, inner) => api.GetWebhooksAsync(PageSize, start, inner), token), WebhookMapping.ToWebhook),
        cancellationToken);

    public Task<ConfluenceWebhook> RegisterAsync(CancellationToken cancellationToken)
    {
        WebhookDto wanted = Wanted();
        return CallAsync(ConfluenceOperations.ChangeWebhook, null, async token => WebhookMapping.ToWebhook(await api.CreateWebhookAsync(wanted, token).ConfigureAwait(false)), cancellationToken);
    }

    public Task<ConfluenceWebhook> UpdateAsync(string id, CancellationToken cancellationToken)
    {
        WebhookDto wanted = Wanted();
        return CallAsync(
            ConfluenceOperations.ChangeWebhook,
            id,
            async token => WebhookMapping.ToWebhook(await api.UpdateWebhookAsync(Segment(id), wanted, token).ConfigureAwait(false)) with { Id = id },
            cancellationToken);
    }

    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync<object>(
                ConfluenceOperations.ChangeWebhook,
                id,
                async token =>
                {
                    await api.DeleteWebhookAsync(Segment(id), token).ConfigureAwait(false);
                    return id;
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            // gone is what was wanted
        }
    }

    public async Task<WebhookDelivery?> LatestAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(
                ConfluenceOperations.ListWebhooks,
                id,
                async token => WebhookMapping.ToDelivery(await api.GetLatestInvocationAsync(Segment(id), token).ConfigureAwait(false)),
                cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    private WebhookDto Wanted()
    {
        ConfluenceNotificationOptions options = current().Options.Notifications;
        return new()
        {
            Name = $"Navo.Integrations {pipeline.Name}",
            Url = options.Url!.AbsoluteUri,
            Active = true,
            Events = WebhookEvents.All,
            Configuration = new() { Secret = options.Secret },
            SslVerificationRequired = true,
        };
    }

    /// <summary>An id as one segment of a path; nothing and dots would lead to another resource.</summary>
    private static string Segment(string id) => id is "" or "." or ".." ? throw new NotFoundException("Nothing has such an id.") : id;

    private Task<T> CallAsync<T>(IntegrationOperation operation, string? item, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where T : class =>
        pipeline.ExecuteAsync(operation, new IntegrationCall<T>(AccessContext.Service, token => AsAdministratorAsync(work, token), item) { ItemId = item }, cancellationToken);

    /// <summary>Data Center answers 401 to an account that it knows and that is no administrator: whether it does know it, the account itself is asked.</summary>
    private async Task<T> AsAdministratorAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work(cancellationToken).ConfigureAwait(false);
        }
        catch (AuthenticationException refused) when (refused.StatusCode is not null)
        {
            UserDto user = await api.GetCurrentUserAsync(cancellationToken).ConfigureAwait(false);
            throw user.Type is "known" or "user" ? NoAdministrator(refused) : refused;
        }
        catch (PermissionException refused)
        {
            throw NoAdministrator(refused);
        }
    }

    private static PermissionException NoAdministrator(IntegrationException refused) => new("Webhooks are for administrators of the instance, and the account is none.")
    {
        StatusCode = refused.StatusCode,
        RequestId = refused.RequestId,
        ErrorCode = refused.ErrorCode,
        Remedy = "Give the account the global permission Confluence Administrator, or let an administrator register the webhook with the same address and secret (General configuration, Webhooks).",
    };
}
