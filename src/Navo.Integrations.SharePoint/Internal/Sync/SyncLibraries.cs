using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The libraries of a scope within the boundary, those that hold the system's own files left out.</summary>
internal sealed class SyncLibraries(IGraphApi api, GraphPages pages, SiteTree tree, SharePointSites sites, IIntegrationPipeline pipeline)
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
                (IReadOnlyList<DriveDto> drives, failed) = await TryAsync(
                    token => pages.WalkAsync(api.GetDrivesAsync(site.Id, SharePointDefaults.DriveFields, token), token), failed, cancellationToken).ConfigureAwait(false);
                foreach (DriveDto drive in drives.Where(drive => drive.System is null && IsWithin(drive, site, addresses)))
                {
                    yield return new(Required.Member(drive.Id, "id"), $"{site.Name ?? site.WebUrl}: {drive.Name}");
                }
            }
        }

        if (failed is not null)
        {
            throw failed;
        }
    }

    private static bool Touches(SitePlace site, List<string> addresses) =>
        addresses.Count == 0 || addresses.Exists(address => site.IsAtOrBelow(address) || address.StartsWith($"{site.WebUrl}/", StringComparison.OrdinalIgnoreCase));

    private static bool IsWithin(DriveDto drive, SitePlace site, List<string> addresses) =>
        addresses.Count == 0 || addresses.Exists(address => site.IsAtOrBelow(address) || Plain(drive.WebUrl).Equals(Plain(address), StringComparison.OrdinalIgnoreCase));

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
