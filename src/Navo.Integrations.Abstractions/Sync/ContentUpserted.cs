namespace Navo.Integrations.Abstractions;

/// <summary>An item is new, or its content or its properties have changed.</summary>
public sealed record ContentUpserted : ContentChange
{
    /// <summary>The item as it stands now.</summary>
    public required ContentMetadata Metadata { get; init; }

    /// <summary>Whether the copy has not had it before, as far as the inventory knows.</summary>
    public bool IsNew { get; init; }
}
