using System.Collections;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>A list whose length is known and whose items are made, all at once, when the first is asked for. What is kept of a page for long is then text and numbers, and not hundreds of small objects.</summary>
internal abstract class DeferredList<T> : IReadOnlyList<T>
{
    private T[]? _items;

    public abstract int Count { get; }

    private T[] Items => LazyInitializer.EnsureInitialized(ref _items, Make);

    public T this[int index] => Items[index];

    public IEnumerator<T> GetEnumerator() => Items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Makes the items. It can't fail, and where several threads ask first it may run for each of them: one of the results is kept.</summary>
    protected abstract T[] Make();
}
