using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The region that an application's search must name: configured, or that of the root site, found once. A user's search must not name one.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/search-concept-searchall"/>.</remarks>
internal sealed class SearchRegion(IGraphApi api, InnerReads reads, SharePointConnection connection)
{
    public async Task<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (GraphActor.Current is not null || connection.IsDelegated)
        {
            return null;
        }

        return connection.Settings.Options.SearchRegion
            ?? (await reads.MetadataAsync("search region", string.Empty, FindAsync, cancellationToken).ConfigureAwait(false))[0];
    }

    private async Task<string[]> FindAsync(CancellationToken cancellationToken)
    {
        SiteDto root = await api.GetSiteAsync("root", SharePointDefaults.SiteFields, cancellationToken).ConfigureAwait(false);
        return root.SiteCollection?.DataLocationCode is { Length: > 0 } code
            ? [code]
            : throw new ConfigurationException("The region of the tenant is not told, and a search by an application must name it.")
            {
                Key = nameof(SharePointOptions.SearchRegion),
                Remedy = "Set SearchRegion to the tenant's geographic code, such as NAM or EUR.",
            };
    }
}
