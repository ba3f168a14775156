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
    private readonly ConcurrentDictionary<string, (int Place, int MovedIn)> _places = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether a page stands elsewhere than it did, or is called otherwise. For the reading of changes that found it so it has moved however often it asks: where that was broken off before the copy had
    /// the page, it begins again.
    /// </summary>
    public bool HasMoved(ContentMetadata page, int reading) =>
        _places.TryGetValue(page.Id.Value, out (int Place, int MovedIn) before) && (before.Place != PlaceOf(page) || before.MovedIn == reading);

    /// <summary>Notes where pages stand, and which of them a reading has found to have moved.</summary>
    public void Note(IEnumerable<SyncItem> items, int reading = 0)
    {
        foreach (ContentMetadata page in items.OfType<SyncItem.Present>().Select(static item => item.Metadata).Where(static metadata => metadata.Kind == ContentKind.Page))
        {
            if (_places.Count >= Capacity)
            {
                _places.Clear();
            }

            int place = PlaceOf(page);
            bool isKnown = _places.TryGetValue(page.Id.Value, out (int Place, int MovedIn) before);
            _places[page.Id.Value] = (place, isKnown && before.Place != place ? reading : before.MovedIn);
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
