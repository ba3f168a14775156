namespace Navo.Integrations.Abstractions;

/// <summary>An item is gone, for the service that asks: a source does not tell absence from invisibility.</summary>
public sealed record ContentDeleted : ContentChange
{
    /// <summary>How it is known.</summary>
    public required DeletionCause Cause { get; init; }
}
