namespace Navo.Integrations.Abstractions;

/// <summary>The ids of one person, as one directory knows them.</summary>
public sealed record PersonIdentities
{
    /// <summary>The ids, each with how sure it is that it is this person's.</summary>
    public required IReadOnlyList<IdentityLink> Ids { get; init; }
}
