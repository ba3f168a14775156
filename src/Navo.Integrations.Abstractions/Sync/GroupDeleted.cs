namespace Navo.Integrations.Abstractions;

/// <summary>A group is gone, for the service that asks: nobody belongs to it any more. Told under <see cref="SyncMode.IdentitiesOnly"/>, like <see cref="GroupChanged"/>.</summary>
public sealed record GroupDeleted : ContentChange
{
    /// <summary>The group.</summary>
    public required PrincipalId Group { get; init; }

    /// <summary>How it is known.</summary>
    public required DeletionCause Cause { get; init; }
}
