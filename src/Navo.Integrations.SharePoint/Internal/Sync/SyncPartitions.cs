using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The libraries, lists and pages of a scope within the boundary, what holds the system's own left out.</summary>
internal sealed class SyncPartitions(IGraphApi api, GraphPages pages, SiteTree tree, SharePointSites sites, Func<(bool Lists, bool Pages)> wanted, IIntegrationPipeline pipeline)
{
    /// <summary>Lists them. A site that can't be read does not keep the others back: it fails the listing at its end, so that nothing is taken for gone that was not seen.</summary>
    public async IAsyncEnumerable<SyncPartition> ListAsync(SyncScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<string> addresses = await AddressesAsync(scope, cancellationToken).ConfigureAwait(false);
        HashSet<string> listed = new(StringComparer.Ordinal);
        IntegrationException? failed = null;
        foreach (SiteEntry? root in tree.Roots)
        {
            (IReadOnlyList<SiteDto> found, failed) = await TryAsync(token => tree.WalkAsync(root, token), failed, cancellationToken).ConfigureAwait(false);
            foreach (SitePlace site in found.Select(SharePointSites.Place).Where(site => listed.Add(site.Id) && Touches(site, addresses)))
            {
                (IReadOnlyList<SyncPartition> partitions, failed) = await OfSiteAsync(site, addresses, failed, cancellationToken).ConfigureAwait(false);
                foreach (SyncPartition partition in partitions)
                {
                    yield return partition;
                }
            }
        }

        if (failed is not null)
        {
            throw failed;
        }
    }

    private async Task<(IReadOnlyList<SyncPartition> Found, IntegrationException? Failed)> OfSiteAsync(
        SitePlace site, List<string> addresses, IntegrationException? failed, CancellationToken cancellationToken)
    {
        (IReadOnlyList<DriveDto> drives, failed) = await TryAsync(
            token => pages.WalkAsync(api.GetDrivesAsync(site.Id, SharePointDefaults.DriveFields, token), token), failed, cancellationToken).ConfigureAwait(false);
        IEnumerable<SyncPartition> libraries = drives.Where(drive => drive.System is null && IsWithin(drive.WebUrl, site, addresses))
            .Select(drive => new SyncPartition(Required.Member(drive.Id, "id"), $"{site.Name ?? site.WebUrl}: {drive.Name}"));
        if (wanted() is not ({ Lists: true } or { Pages: true }))
        {
            return ([.. libraries], failed);
        }

        (IReadOnlyList<ListDto> lists, failed) = await TryAsync(
            token => pages.WalkAsync(api.GetListsAsync(site.Id, SharePointDefaults.ListFields, token), token), failed, cancellationToken).ConfigureAwait(false);
        return ([.. libraries, .. SyncedLists.Of(site, lists.Where(list => IsWithin(list.WebUrl, site, addresses)), wanted())], failed);
    }

    private static bool Touches(SitePlace site, List<string> addresses) =>
        addresses.Count == 0 || addresses.Exists(address => site.IsAtOrBelow(address) || address.StartsWith($"{site.WebUrl}/", StringComparison.OrdinalIgnoreCase));

    private static bool IsWithin(string? webUrl, SitePlace site, List<string> addresses) =>
        addresses.Count == 0 || addresses.Exists(address => site.IsAtOrBelow(address) || Plain(webUrl).Equals(Plain(address), StringComparison.OrdinalIgnoreCase));

    private static string Plain(string? address) => Uri.UnescapeDataString(address ?? string.Empty).TrimEnd('/');

    private async Task<(IReadOnlyList<T> Found, IntegrationException? Failed)> TryAsync<T>(
        Func<CancellationToken, IAsyncEnumerable<T>> walk, IntegrationException? failed, CancellationToken cancellationToken)
    {
        List<T> found = [];
        try
        {
            IntegrationCall<List<T>> call = new(AccessContext.Service, ReadAsync);
            await pipeline.ExecuteAsync(SharePointOperations.SyncPartitions, call, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is NotFoundException or PermissionException)
        {
            return (found, failed ?? (IntegrationException)failure);
        }

        return (found, failed);

        async Task<List<T>> ReadAsync(CancellationToken token)
        {
            await foreach (T item in walk(token).ConfigureAwait(false))
            {
                found.Add(item);
            }

            return found;
        }
    }

    private async Task<List<string>> AddressesAsync(SyncScope scope, CancellationToken cancellationToken)
    {
        List<string> addresses = [];
        foreach (string container in scope.Containers)
        {
            if (!SiteEntry.TryParse(container, out SiteEntry? entry))
            {
                throw new InvalidQueryException("A container of the scope is no address of a site or library.") { Remedy = "Name sites and libraries by their addresses, such as https://contoso.sharepoint.com/sites/hr." };
            }

            addresses.Add((await sites.AddressOfAsync(entry!, cancellationToken).ConfigureAwait(false)).TrimEnd('/'));
        }

        return addresses;
    }
}
