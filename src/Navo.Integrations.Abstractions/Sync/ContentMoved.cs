namespace Navo.Integrations.Abstractions;

/// <summary>An item stands in another place, or under other ancestors, and is otherwise the same. What it inherits may be other than before.</summary>
public sealed record ContentMoved : ContentChange
{
    /// <summary>The item as it stands now.</summary>
    public required ContentMetadata Metadata { get; init; }
}
