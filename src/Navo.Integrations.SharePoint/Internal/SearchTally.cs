using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Mapping;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Gathers the hits of a page that lie within the boundary, and counts what is left out.</summary>
internal sealed class SearchTally(IntegrationName source, SharePointSites sites)
{
    private readonly List<SearchHit> _hits = [];
    private readonly HashSet<ContentId> _seen = [];
    private int _unsupported;
    private int _duplicates;
    private int _outside;

    public IReadOnlyList<SearchHit> Hits => _hits;

    /// <summary>Whether nothing was left out for its place, which a total would give away.</summary>
    public bool IsWhole => _outside == 0;

    public IReadOnlyList<Omission> Omitted =>
    [
        .. Count(OmissionReason.UnsupportedKind, _unsupported),
        .. Count(OmissionReason.Duplicate, _duplicates),
        .. Count(OmissionReason.OutsideConfiguredScope, _outside),
    ];

    public async Task AddAsync(SearchHitDto? found, CancellationToken cancellationToken)
    {
        if (found?.Resource is null || GraphSearchMapping.AddressOf(found.Resource) is not { } address)
        {
            _unsupported++;
        }
        else if (!_seen.Add(address.Id))
        {
            _duplicates++;
        }
        else if (await PlaceAsync(found.Resource, address, cancellationToken).ConfigureAwait(false) is { } place && await sites.ContainsAsync(place, cancellationToken).ConfigureAwait(false))
        {
            _hits.Add(GraphSearchMapping.ToHit(found, source, place)!);
        }
        else
        {
            _outside++;
        }
    }

    /// <summary>The site of a hit; null where it can't be found, which counts as outside.</summary>
    private async Task<SitePlace?> PlaceAsync(SearchResourceDto resource, ItemAddress address, CancellationToken cancellationToken)
    {
        try
        {
            return resource.ParentReference?.SiteId is { Length: > 0 } site
                ? await sites.PlaceOfSiteAsync(site, cancellationToken).ConfigureAwait(false)
                : await sites.PlaceOfAsync(address, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception hidden) when (hidden is NotFoundException or PermissionException)
        {
            return null;
        }
    }

    private static IEnumerable<Omission> Count(OmissionReason reason, int count) => count > 0 ? [new(reason, count)] : [];
}
