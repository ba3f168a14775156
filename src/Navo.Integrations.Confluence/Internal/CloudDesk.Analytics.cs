using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class CloudDesk
{
    public async Task<ViewCount> CountViewsAsync(ContentId id, CancellationToken cancellationToken)
    {
        try
        {
            return new(Required.Member((await api.GetViewsAsync(id.Value, cancellationToken).ConfigureAwait(false)).Count, "count"), Problem: null);
        }
        catch (IntegrationException failure) when (failure is PermissionException or NotFoundException)
        {
            return new(Views: null, "The account may not read analytics, or the site's plan has none.");
        }
    }
}
