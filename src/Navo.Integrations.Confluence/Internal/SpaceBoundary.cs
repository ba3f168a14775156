using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The configured spaces as a hard boundary, in one place for search and get alike.</summary>
internal sealed class SpaceBoundary(IEnumerable<string> keys)
{
    private readonly HashSet<string> _keys = new(keys, StringComparer.OrdinalIgnoreCase);

    /// <summary>The keys; empty means that there is no boundary.</summary>
    public IReadOnlyCollection<string> Keys => _keys;

    public bool Contains(ContainerRef? container) => _keys.Count == 0 || (container is not null && _keys.Contains(container.Key));

    /// <summary>Passes an item within the boundary; one outside looks absent.</summary>
    public void Require(ContentMetadata item) => Require(item.Container, item.Id);

    /// <summary>Passes what stands in a space within the boundary; what does not looks absent.</summary>
    public void Require(ContainerRef container, ContentId id)
    {
        if (!Contains(container))
        {
            throw ReaderGate.AbsentOrNotVisible(id);
        }
    }

    /// <summary>The spaces that a query may go to: those it asks for, or else all of the boundary.</summary>
    /// <exception cref="InvalidQueryException">It asks for a space outside the boundary.</exception>
    public IReadOnlyCollection<string> Narrow(IReadOnlyCollection<string> asked)
    {
        if (asked.FirstOrDefault(key => _keys.Count > 0 && !_keys.Contains(key)) is not null)
        {
            throw new InvalidQueryException("The query asks for a space outside the configured ones; it was refused rather than narrowed.")
            {
                Remedy = "Add the space to the option Spaces, or leave it out of the query.",
            };
        }

        return asked.Count > 0 ? asked : _keys;
    }

    /// <summary>Removes hits outside the boundary, should a server ever deliver one.</summary>
    public SearchPage Filter(SearchPage page)
    {
        if (_keys.Count == 0)
        {
            return page;
        }

        List<SearchHit> inside = [.. page.Hits.Where(hit => Contains(hit.Container))];
        int outside = page.Hits.Count - inside.Count;
        return outside == 0
            ? page
            : page with { Hits = inside, Total = SearchTotal.Unknown, Omitted = [.. page.Omitted, new(OmissionReason.OutsideConfiguredScope, outside)] };
    }
}
