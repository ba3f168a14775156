namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>What the items of a list are made of.</summary>
internal interface IItemNotes<T>
{
    /// <summary>How many items there will be.</summary>
    int Count { get; }

    /// <summary>Makes the items; it can't fail.</summary>
    T[] ToItems();
}
