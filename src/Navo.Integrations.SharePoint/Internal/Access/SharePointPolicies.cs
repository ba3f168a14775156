using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// Who may read an item: one clause, for Graph gives the effective permissions of the nearest scope that has its own. Site groups and whatever else can't be resolved stand in
/// it as what they are.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/driveitem-list-permissions"/>.</remarks>
internal sealed class SharePointPolicies(IGraphApi api, GraphPages pages, GraphBatcher batcher, SharePointSites sites, SitePages sitePages, InnerReads reads, Func<SharePointSettings> current, TimeProvider time)
{
    /// <summary>The policy, kept as shortly as a decision.</summary>
    public Task<AccessPolicy> GetAsync(ItemAddress address, CancellationToken cancellationToken) =>
        reads.PolicyAsync(address.Id, token => ReadAsync(address, token), cancellationToken);

    private async Task<AccessPolicy> ReadAsync(ItemAddress address, CancellationToken cancellationToken) => address switch
    {
        DriveItemAddress item => await OfDriveItemAsync(item, cancellationToken).ConfigureAwait(false),
        ListItemAddress entry => await OfListItemAsync(entry, cancellationToken).ConfigureAwait(false),
        SitePageAddress page => await OfListItemAsync(await sitePages.EntryOfAsync(page, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false),
        _ => throw new PermissionException("Graph does not say who may read a site; ask about an item in it, or let Graph decide with the reader's own token.")
        {
            Remedy = "Call UseUserAssertions, so that the reader's own token answers.",
        },
    };

    private async Task<AccessPolicy> OfDriveItemAsync(DriveItemAddress address, CancellationToken cancellationToken)
    {
        Task<GraphListDto<PermissionDto>> first = batcher.GetPermissionsAsync(address, cancellationToken);
        List<PermissionDto> permissions = await pages.ToListAsync(first, cancellationToken).ConfigureAwait(false);
        SitePlace site = await sites.PlaceOfDriveAsync(address.DriveId, cancellationToken).ConfigureAwait(false);
        return Policy(address, site.Id, permissions);
    }

    private async Task<AccessPolicy> OfListItemAsync(ListItemAddress address, CancellationToken cancellationToken)
    {
        List<PermissionDto> permissions = await pages.ToListAsync(api.GetListItemPermissionsAsync(address.SiteId, address.ListId, address.ItemId, cancellationToken), cancellationToken).ConfigureAwait(false);
        return Policy(address, address.SiteId, permissions);
    }

    private AccessPolicy Policy(ItemAddress address, string siteId, List<PermissionDto> permissions)
    {
        SharePointOptions options = current().Options;
        DateTimeOffset now = time.GetUtcNow();
        bool isInherited = permissions.Count > 0 && permissions.All(permission => permission.InheritedFrom is { Id.Length: > 0 } or { Path.Length: > 0 });
        return new()
        {
            Clauses =
            [
                new()
                {
                    Source = isInherited ? AccessClauseSource.Ancestor : AccessClauseSource.Item,
                    SourceId = (isInherited ? permissions[0].InheritedFrom?.Id : null) ?? address.ToString(),
                    Principals = Mapping.PermissionMapping.ToReaders(permissions, siteId, new(options.OrganizationLinksGrantAccess, options.AnonymousLinksGrantAccess), now),
                },
            ],
            ReadAt = now,
        };
    }
}
