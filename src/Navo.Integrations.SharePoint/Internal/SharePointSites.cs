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
        reads.MetadataAsync("site", siteId, token => AsApplicationAsync(() => api.GetSiteAsync(PathSegment.Of(siteId), SharePointDefaults.SiteFields, token)), cancellationToken);

    /// <summary>The site at an address, read anew.</summary>
    public Task<SiteDto> GetByAddressAsync(Uri address, string fields, CancellationToken cancellationToken) =>
        api.GetSiteByAddressAsync($"{address.Authority}:{Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/')}", fields, cancellationToken);

    public async Task<SitePlace> PlaceOfSiteAsync(string siteId, CancellationToken cancellationToken) =>
        Place(await GetAsync(siteId, cancellationToken).ConfigureAwait(false));

    public Task<SitePlace> PlaceOfDriveAsync(string driveId, CancellationToken cancellationToken) =>
        reads.MetadataAsync("site of drive", driveId, token => AsApplicationAsync(() => ReadPlaceOfDriveAsync(driveId, token)), cancellationToken);

    public Task<SitePlace> PlaceOfAsync(ItemAddress address, CancellationToken cancellationToken) => address switch
    {
        DriveItemAddress item => PlaceOfDriveAsync(item.DriveId, cancellationToken),
        ListItemAddress entry => PlaceOfSiteAsync(entry.SiteId, cancellationToken),
        SitePageAddress page => PlaceOfSiteAsync(page.SiteId, cancellationToken),
        SiteAddress site => PlaceOfSiteAsync(site.SiteId, cancellationToken),
        _ => throw ReaderGate.AbsentOrNotVisible(address.Id),
    };

    public async Task<bool> ContainsAsync(SitePlace place, CancellationToken cancellationToken) =>
        !HasBoundary || (await BoundaryAsync(cancellationToken).ConfigureAwait(false)).Contains(place);

    /// <summary>Passes what lies within the boundary; what does not looks absent.</summary>
    public async Task<SitePlace> RequireAsync(ItemAddress address, CancellationToken cancellationToken)
    {
        SitePlace place = await PlaceOfAsync(address, cancellationToken).ConfigureAwait(false);
        return await ContainsAsync(place, cancellationToken).ConfigureAwait(false) ? place : throw ReaderGate.AbsentOrNotVisible(address.Id);
    }

    /// <summary>As <see cref="RequireAsync"/>, for what a copy already holds: it must not be taken for gone because the site that it may lie in is refused.</summary>
    /// <exception cref="PermissionException">It lies in none of the configured sites that can be found, and one of them is refused.</exception>
    public async Task<SitePlace> RequireKeptAsync(ItemAddress address, CancellationToken cancellationToken)
    {
        SitePlace place = await PlaceOfAsync(address, cancellationToken).ConfigureAwait(false);
        return await ContainsAsync(place, cancellationToken).ConfigureAwait(false) ? place
            : (await BoundaryAsync(cancellationToken).ConfigureAwait(false)).IsRefusedInPart ? throw new PermissionException("A configured site is refused, so that it can't be told whether the item lies in it.")
            : throw ReaderGate.AbsentOrNotVisible(address.Id);
    }

    /// <summary>The site of a library within the boundary; beyond it a library looks absent.</summary>
    public async Task<SitePlace> RequireDriveAsync(string driveId, CancellationToken cancellationToken)
    {
        SitePlace place = await PlaceOfDriveAsync(PathSegment.Of(driveId), cancellationToken).ConfigureAwait(false);
        return await ContainsAsync(place, cancellationToken).ConfigureAwait(false) ? place : throw new NotFoundException("The library is absent or not visible.");
    }

    /// <summary>The configured sites, as the application finds them, whoever acts: kept as shortly as a decision, since one that is left out may come back.</summary>
    public Task<SiteBoundary> BoundaryAsync(CancellationToken cancellationToken)
    {
        SharePointSettings settings = current();
        return reads.PermissionAsync("boundary", settings.BoundaryKey, token => AsApplicationAsync(() => ReadBoundaryAsync(settings.Sites, token)), cancellationToken);
    }

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

    /// <summary>What is kept for all, and shared by all who wait for it, must not depend on what the reader who asked first may see.</summary>
    private static async Task<T> AsApplicationAsync<T>(Func<Task<T>> ask)
    {
        using IDisposable acting = GraphActor.BeginApplication();
        return await ask().ConfigureAwait(false);
    }

    private async Task<SiteBoundary> ReadBoundaryAsync(IReadOnlyList<SiteEntry> entries, CancellationToken cancellationToken)
    {
        (string? Address, bool IsRefused)[] found = await Task.WhenAll(entries.Select(entry => TryAddressOfAsync(entry, cancellationToken))).ConfigureAwait(false);
        return new([.. found.Select(site => site.Address).OfType<string>()], found.Any(site => site.IsRefused));
    }

    private async Task<(string? Address, bool IsRefused)> TryAddressOfAsync(SiteEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            return (await AddressOfAsync(entry, cancellationToken).ConfigureAwait(false), false);
        }
        catch (Exception left) when (left is NotFoundException or PermissionException)
        {
            return (null, left is PermissionException);
        }
    }

    private async Task<string> RootHostAsync(CancellationToken cancellationToken)
    {
        try
        {
            SiteDto root = await reads.MetadataAsync("root site", string.Empty, token => AsApplicationAsync(() => api.GetSiteAsync("root", SharePointDefaults.SiteFields, token)), cancellationToken).ConfigureAwait(false);
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
