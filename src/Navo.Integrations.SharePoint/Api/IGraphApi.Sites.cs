using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Internal;
using Refit;

namespace Navo.Integrations.SharePoint.Api;

internal partial interface IGraphApi
{
    [Get("/sites/{site}")]
    Task<SiteDto> GetSiteAsync(string site, [AliasAs("$select")] string select, CancellationToken cancellationToken);

    /// <summary>A site by its host and path, such as <c>contoso.sharepoint.com:/sites/hr</c>.</summary>
    [Get("/sites/{**address}")]
    Task<SiteDto> GetSiteByAddressAsync(string address, [AliasAs("$select")] string select, CancellationToken cancellationToken);

    [Get("/sites/getAllSites")]
    Task<GraphListDto<SiteDto>> GetAllSitesAsync([AliasAs("$select")] string select, CancellationToken cancellationToken);

    [Get("/sites/{site}/sites")]
    Task<GraphListDto<SiteDto>> GetSubsitesAsync(string site, [AliasAs("$select")] string select, CancellationToken cancellationToken);

    [Get("/sites/{site}/drives")]
    Task<GraphListDto<DriveDto>> GetDrivesAsync(string site, [AliasAs("$select")] string select, CancellationToken cancellationToken);

    [Get("/users/{user}/drive")]
    Task<DriveDto> GetUserDriveAsync(string user, [AliasAs("$select")] string select, CancellationToken cancellationToken);

    [Get("/sites/{site}/lists")]
    Task<GraphListDto<ListDto>> GetListsAsync(string site, [AliasAs("$select")] string select, CancellationToken cancellationToken);

    [Get("/sites/{site}/lists/{list}/columns")]
    Task<GraphListDto<ColumnDto>> GetColumnsAsync(string site, string list, CancellationToken cancellationToken);

    [Get("/sites/{site}/lists/{list}/items")]
    Task<GraphListDto<ListItemDto>> GetListItemsAsync(string site, string list, [AliasAs("$select")] string? select, [AliasAs("$expand")] string? expand, [AliasAs("$top")] int top, CancellationToken cancellationToken);

    /// <summary>The feed of changes of a list, of everything where there is no token.</summary>
    [Get("/sites/{site}/lists/{list}/items/delta")]
    Task<Stream> GetListChangesAsync(
        string site,
        string list,
        string? token,
        [AliasAs("$expand")] string expand,
        [AliasAs("$top")] int top,
        [Property(ResyncAddress.Key)] ResyncAddress resync,
        CancellationToken cancellationToken);

    [Get("/sites/{site}/lists/{list}/items/{item}")]
    Task<ListItemDto> GetListItemAsync(string site, string list, string item, [AliasAs("$expand")] string? expand, CancellationToken cancellationToken);

    [Get("/sites/{site}/lists/{list}/items/{item}/permissions")]
    Task<GraphListDto<PermissionDto>> GetListItemPermissionsAsync(string site, string list, string item, CancellationToken cancellationToken);

    [Get("/sites/{site}/permissions")]
    Task<GraphListDto<PermissionDto>> GetSitePermissionsAsync(string site, CancellationToken cancellationToken);

    [Get("/sites/{site}/pages/microsoft.graph.sitePage")]
    Task<GraphListDto<SitePageDto>> GetPagesAsync(string site, [AliasAs("$select")] string select, CancellationToken cancellationToken);

    /// <summary>The same as a stream, so that each page of the site can be read by itself.</summary>
    [Get("/sites/{site}/pages/microsoft.graph.sitePage")]
    Task<Stream> GetPageListAsync(string site, [AliasAs("$select")] string select, CancellationToken cancellationToken);

    [Get("/sites/{site}/pages/{page}/microsoft.graph.sitePage")]
    Task<SitePageDto> GetPageAsync(string site, string page, [AliasAs("$expand")] string? expand, CancellationToken cancellationToken);
}
