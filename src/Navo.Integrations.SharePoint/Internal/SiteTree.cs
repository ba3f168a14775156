using System.Runtime.CompilerServices;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Every site that may be read: the configured ones, each with what lies below it, or all of the tenant.</summary>
internal sealed class SiteTree(IGraphApi api, GraphPages pages, SharePointSites sites, Func<SharePointSettings> current)
{
    /// <summary>Where the walks begin: at the configured sites, or, as null, with the list of all.</summary>
    public IReadOnlyList<SiteEntry?> Roots => sites.HasBoundary ? [.. current().Sites] : [null];

    /// <summary>The sites of one walk. The list of all holds the subsites already.</summary>
    public async IAsyncEnumerable<SiteDto> WalkAsync(SiteEntry? root, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (root is null)
        {
            await foreach (SiteDto site in pages.WalkAsync(api.GetAllSitesAsync(SharePointDefaults.SiteFields, cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                yield return site;
            }

            yield break;
        }

        Queue<SiteDto> left = new([await FindAsync(root, cancellationToken).ConfigureAwait(false)]);
        while (left.TryDequeue(out SiteDto? next))
        {
            yield return next;
            await foreach (SiteDto below in pages.WalkAsync(api.GetSubsitesAsync(Required.Member(next.Id, "id"), SharePointDefaults.SiteFields, cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                left.Enqueue(below);
            }
        }
    }

    private async Task<SiteDto> FindAsync(SiteEntry root, CancellationToken cancellationToken) => root.Id is { } id
        ? await sites.GetAsync(id, cancellationToken).ConfigureAwait(false)
        : await sites.GetByAddressAsync(new(await sites.AddressOfAsync(root, cancellationToken).ConfigureAwait(false)), SharePointDefaults.SiteFields, cancellationToken).ConfigureAwait(false);
}
