using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Mapping;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>What an owner sees: with whom things are shared, and how they are used.</summary>
internal sealed class SharePointCollaboration(IGraphApi api, GraphPages pages, SharePointSites sites, SharePointItems items, TimeProvider time)
{
    private static readonly TimeSpan DailySpan = TimeSpan.FromDays(30);

    public async Task<CollaborationData> ReadAsync(ContentId id, CancellationToken cancellationToken)
    {
        DriveItemAddress address = SharePointReads.RequireItem(ItemAddress.Parse(id));
        SharePointItem document = await items.GetItemAsync(address, cancellationToken).ConfigureAwait(false);
        List<PermissionDto> permissions = await pages.ToListAsync(api.GetPermissionsAsync(address.DriveId, address.ItemId, cancellationToken), cancellationToken).ConfigureAwait(false);
        SharingGrant[] grants = [.. permissions.Select(permission => GrantMapping.ToGrant(permission, document.Site.Id!))];
        List<ContentLoss> losses = [];
        (string from, string to) = (Day(time.GetUtcNow() - DailySpan), Day(time.GetUtcNow()));
        return new()
        {
            Document = document,
            Links = [.. grants.Where(grant => grant.LinkScope is not null || grant.LinkType is not null)],
            Access = [.. grants.Where(grant => grant.LinkScope is null && grant.LinkType is null)],
            CoAuthors = document.Kind == SharePointItemKind.File ? await CoAuthorsAsync(address, cancellationToken).ConfigureAwait(false) : [],
            AllTime = await TryAsync("analytics:all-time", losses, async () => Activity(await api.GetAllTimeActivityAsync(address.DriveId, address.ItemId, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false),
            LastSevenDays = await TryAsync("analytics:last-seven-days", losses, async () => Activity(await api.GetRecentActivityAsync(address.DriveId, address.ItemId, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false),
            Daily = await TryAsync(
                "analytics:daily",
                losses,
                async () => (IReadOnlyList<ItemActivity>)[.. (await pages.ToListAsync(api.GetActivitiesAsync(address.DriveId, address.ItemId, from, to, "day", cancellationToken), cancellationToken).ConfigureAwait(false)).Select(Activity)]).ConfigureAwait(false) ?? [],
            Losses = losses,
        };
    }

    public async Task<SitePermissions> SitePermissionsAsync(ContentId id, CancellationToken cancellationToken)
    {
        SiteAddress address = ItemAddress.Parse(id) as SiteAddress ?? throw new InvalidQueryException("The id belongs to something else than a site.") { Remedy = "Pass the id of a site, as GetSitesAsync gives it." };
        SitePlace place = await sites.RequireAsync(address, cancellationToken).ConfigureAwait(false);
        List<SharingGrant> grants = [];
        await foreach (DriveDto drive in pages.WalkAsync(api.GetDrivesAsync(address.SiteId, SharePointDefaults.DriveFields, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            DriveItemDto root = await api.GetRootAsync(Required.Member(drive.Id, "id"), "id,root", cancellationToken).ConfigureAwait(false);
            List<PermissionDto> permissions = await pages.ToListAsync(api.GetPermissionsAsync(drive.Id!, Required.Member(root.Id, "id"), cancellationToken), cancellationToken).ConfigureAwait(false);
            grants.AddRange(permissions.Where(permission => permission.Link is null && Roles.LetRead(permission.Roles) is not false).Select(permission => GrantMapping.ToGrant(permission, address.SiteId)));
        }

        SharingGrant[] distinct = [.. grants.DistinctBy(grant => $"{string.Join(',', grant.Principals)} {string.Join(',', grant.Roles)}")];
        return new()
        {
            Site = place.ToContainer(),
            Owners = [.. distinct.Where(grant => grant.IsOwner)],
            Members = [.. distinct.Where(grant => !grant.IsOwner)],
            Applications = await TryAsync("applications", losses: null, () => ApplicationsAsync(address.SiteId, cancellationToken)).ConfigureAwait(false),
            Unresolved = [.. distinct.SelectMany(grant => grant.Principals).Where(principal => principal.Kind == AccessPrincipalKind.SiteGroup).Distinct()],
            ReadAt = time.GetUtcNow(),
        };
    }

    private async Task<IReadOnlyList<SharingGrant>> ApplicationsAsync(string siteId, CancellationToken cancellationToken) =>
        [.. (await pages.ToListAsync(api.GetSitePermissionsAsync(siteId, cancellationToken), cancellationToken).ConfigureAwait(false)).Select(permission => GrantMapping.ToApplication(permission))];

    private async Task<IReadOnlyList<PersonRef>> CoAuthorsAsync(DriveItemAddress address, CancellationToken cancellationToken)
    {
        List<VersionDto> versions = await pages.ToListAsync(api.GetVersionsAsync(address.DriveId, address.ItemId, cancellationToken), cancellationToken).ConfigureAwait(false);
        return [.. versions.Select(version => PersonMapping.ToPerson(version.LastModifiedBy)).OfType<PersonRef>().DistinctBy(person => person.Id?.ToString() ?? person.DisplayName)];
    }

    /// <summary>Figures need permissions and licences of their own: without them the rest is still worth having, and what is missing is named where there is a list of losses.</summary>
    private static async Task<T?> TryAsync<T>(string what, List<ContentLoss>? losses, Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is PermissionException or NotFoundException or InvalidQueryException)
        {
            losses?.Add(new(what, refused.Message));
            return null;
        }
    }

    private static ItemActivity Activity(ActivityStatDto dto) => new(
        dto.StartDateTime,
        dto.EndDateTime,
        dto.Access?.ActionCount ?? 0,
        dto.Access?.ActorCount ?? 0,
        dto.Edit?.ActionCount ?? 0,
        dto.Edit?.ActorCount ?? 0,
        dto.IncompleteData is not null);

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
