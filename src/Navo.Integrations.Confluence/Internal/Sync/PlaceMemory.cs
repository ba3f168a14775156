using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>
/// Remembers where pages stood, to tell a page that has moved or has another title: those below it say nothing of it. It is bounded and does not outlive the process; what it does not
/// know is left to the next enumeration.
/// </summary>
internal sealed class PlaceMemory
{
    private const int Capacity = 100_000;
    private readonly ConcurrentDictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>Whether a page stands elsewhere than it did, or is called otherwise.</summary>
    public bool HasMoved(ContentMetadata page) => _places.TryGetValue(page.Id.Value, out int before) && before != PlaceOf(page);

    public void Note(IEnumerable<SyncItem> items)
    {
        foreach (ContentMetadata page in items.OfType<SyncItem.Present>().Select(static item => item.Metadata).Where(static metadata => metadata.Kind == ContentKind.Page))
        {
            if (_places.Count >= Capacity)
            {
                _places.Clear();
            }

            _places[page.Id.Value] = PlaceOf(page);
        }
    }

    private static int PlaceOf(ContentMetadata page)
    {
        HashCode place = default;
        place.Add(page.Title);
        foreach (ContentAncestor ancestor in page.Ancestors)
        {
            place.Add(ancestor);
        }

        return place.ToHashCode();
    }
}
