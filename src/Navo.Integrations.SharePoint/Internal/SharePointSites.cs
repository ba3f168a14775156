using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Sites, and which of them hold what; and the configured sites as a hard boundary, in one place for search and get alike.</summary>
internal sealed class SharePointSites(IGraphApi api, InnerReads reads, Func<SharePointSettings> current)
{
    private const string NoHostRemedy = "Name the sites by their whole addresses, or give the application access to the tenant's root site.";

    /// <summary>Whether any site is out of bounds.</summary>
    public bool HasBoundary => current().Sites.Count > 0;

    public Task<SiteDto> GetAsync(string siteId, CancellationToken cancellationToken) =>
        reads.MetadataAsync("site", siteId, token => api.GetSiteAsync(PathSegment.Of(siteId), SharePointDefaults.SiteFields, token), cancellationToken);

    /// <summary>The site at an address, read anew.</summary>
    public Task<SiteDto> GetByAddressAsync(Uri address, string fields, CancellationToken cancellationToken) =>
        api.GetSiteByAddressAsync($"{address.Authority}:{Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/')}", fields, cancellationToken);

    public async Task<SitePlace> PlaceOfSiteAsync(string siteId, CancellationToken cancellationToken) =>
        Place(await GetAsync(siteId, cancellationToken).ConfigureAwait(false));

    public Task<SitePlace> PlaceOfDriveAsync(string driveId, CancellationToken cancellationToken) =>
        reads.MetadataAsync("site of drive", driveId, token => ReadPlaceOfDriveAsync(driveId, token), cancellationToken);

    public Task<SitePlace> PlaceOfAsync(ItemAddress address, CancellationToken cancellationToken) => address switch
    {
        DriveItemAddress item => PlaceOfDriveAsync(item.DriveId, cancellationToken),
        ListItemAddress entry => PlaceOfSiteAsync(entry.SiteId, cancellationToken),
        SitePageAddress page => PlaceOfSiteAsync(page.SiteId, cancellationToken),
        SiteAddress site => PlaceOfSiteAsync(site.SiteId, cancellationToken),
        _ => throw ReaderGate.AbsentOrNotVisible(address.Id),
    };

    public async Task<bool> ContainsAsync(SitePlace place, CancellationToken cancellationToken) =>
        !HasBoundary || (await BoundaryAsync(cancellationToken).ConfigureAwait(false)).Any(place.IsAtOrBelow);

    /// <summary>Passes what lies within the boundary; what does not looks absent.</summary>
    public async Task<SitePlace> RequireAsync(ItemAddress address, CancellationToken cancellationToken)
    {
        SitePlace place = await PlaceOfAsync(address, cancellationToken).ConfigureAwait(false);
        return await ContainsAsync(place, cancellationToken).ConfigureAwait(false) ? place : throw ReaderGate.AbsentOrNotVisible(address.Id);
    }

    /// <summary>The site of a library within the boundary; beyond it a library looks absent.</summary>
    public async Task<SitePlace> RequireDriveAsync(string driveId, CancellationToken cancellationToken)
    {
        SitePlace place = await PlaceOfDriveAsync(PathSegment.Of(driveId), cancellationToken).ConfigureAwait(false);
        return await ContainsAsync(place, cancellationToken).ConfigureAwait(false) ? place : throw new NotFoundException("The library is absent or not visible.");
    }

    /// <summary>The addresses of the configured sites.</summary>
    public async Task<IReadOnlyList<string>> BoundaryAsync(CancellationToken cancellationToken) =>
        [.. await Task.WhenAll(current().Sites.Select(entry => AddressOfAsync(entry, cancellationToken))).ConfigureAwait(false)];

    public static SitePlace Place(SiteDto site) => new(Required.Member(site.Id, "id"), Required.Member(site.WebUrl, "webUrl").TrimEnd('/'), site.DisplayName ?? site.Name);

    /// <summary>The address of a site as the options or a query name it.</summary>
    public async Task<string> AddressOfAsync(SiteEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Id is { } id)
        {
            return (await PlaceOfSiteAsync(id, cancellationToken).ConfigureAwait(false)).WebUrl;
        }

        string host = entry.Host ?? await RootHostAsync(cancellationToken).ConfigureAwait(false);
        return $"https://{host}{string.Join('/', (entry.Path ?? string.Empty).Split('/').Select(Uri.EscapeDataString))}";
    }

    private async Task<string> RootHostAsync(CancellationToken cancellationToken)
    {
        try
        {
            SiteDto root = await reads.MetadataAsync("root site", string.Empty, token => api.GetSiteAsync("root", SharePointDefaults.SiteFields, token), cancellationToken).ConfigureAwait(false);
            return new Uri(Required.Member(root.WebUrl, "webUrl")).Authority;
        }
        catch (Exception failure) when (failure is PermissionException or NotFoundException)
        {
            throw new ConfigurationException("The host of the configured sites is not known: the application may not read the tenant's root site.", failure) { Remedy = NoHostRemedy };
        }
    }

    private async Task<SitePlace> ReadPlaceOfDriveAsync(string driveId, CancellationToken cancellationToken)
    {
        DriveDto drive = await api.GetDriveAsync(driveId, SharePointDefaults.DriveFields, cancellationToken).ConfigureAwait(false);
        SharePointIdsDto ids = Required.Member(drive.SharePointIds, "sharePointIds");
        Uri address = new(Required.Member(ids.SiteUrl, "sharePointIds.siteUrl"));
        return new($"{address.Host},{Required.Member(ids.SiteId, "sharePointIds.siteId")},{Required.Member(ids.WebId, "sharePointIds.webId")}", address.AbsoluteUri.TrimEnd('/'), null);
    }
}
