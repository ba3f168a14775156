using System.Collections.Immutable;

namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>A direct read restriction: only the named users and the members of the named groups pass.</summary>
public sealed record SimulatedRestriction
{
    /// <summary>The account ids of the users that pass.</summary>
    public ImmutableArray<string> UserIds { get; init; } = [];

    /// <summary>The ids of the groups whose members pass.</summary>
    public ImmutableArray<string> GroupIds { get; init; } = [];
}
