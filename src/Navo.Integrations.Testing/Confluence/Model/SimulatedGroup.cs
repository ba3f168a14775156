using System.Collections.Immutable;

namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>A group.</summary>
public sealed record SimulatedGroup
{
    /// <summary>The id (Cloud).</summary>
    public required string Id { get; init; }

    /// <summary>The name, which is also the identity in Data Center.</summary>
    public required string Name { get; init; }

    /// <summary>The ids of the groups whose members are members of this one too (nested groups, Data Center).</summary>
    public ImmutableArray<string> MemberGroupIds { get; init; } = [];
}
