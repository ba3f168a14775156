namespace Navo.Integrations.Abstractions;

/// <summary>
/// A group is new, or others than before belong to it, or it has another name. Told under <see cref="SyncMode.IdentitiesOnly"/>; its <see cref="ContentChange.Id"/> is <c>group:</c> and the group's id,
/// its <see cref="ContentChange.Partition"/> is <see cref="SyncOptions.IdentitiesPartition"/>.
/// </summary>
/// <remarks>
/// A group whose members can't be read is a <see cref="ContentSkipped"/> and never one without members: what the copy knows of it is not to be relied on any more.
/// </remarks>
public sealed record GroupChanged : ContentChange
{
    /// <summary>The group, as an <see cref="AccessPolicy"/> names it.</summary>
    public required PrincipalId Group { get; init; }

    /// <summary>Its name for people, if it is known.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// All users who belong to it, directly or through other groups, sorted: a user under each id under which policies and readers name users (on Confluence Data Center key and name, in SharePoint object
    /// id and user principal name). Empty only where the source says that there are none.
    /// </summary>
    public required IReadOnlyList<PrincipalId> Members { get; init; }
}
