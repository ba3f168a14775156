using System.Collections;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>
/// A list whose items are made, all at once, when the first is asked for; what they are made of is let go then. So what is kept of a page that is only read is text and numbers, and not hundreds
/// of small objects.
/// </summary>
/// <param name="notes">What the items are made of.</param>
internal sealed class DeferredList<T>(IItemNotes<T> notes) : IReadOnlyList<T>
{
    private object _held = notes; // the notes, and in their place the items as soon as there are any

    public int Count { get; } = notes.Count;

    public T this[int index] => Items[index];

    private T[] Items => Volatile.Read(ref _held) switch
    {
        IItemNotes<T> notes => Make(notes),
        object items => (T[])items,
    };

    public IEnumerator<T> GetEnumerator() => Items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Where several ask at once, those of one of them are kept for all.
    private T[] Make(IItemNotes<T> notes)
    {
        T[] items = notes.ToItems();
        object before = Interlocked.CompareExchange(ref _held, items, notes);
        return before == notes ? items : (T[])before;
    }
}
