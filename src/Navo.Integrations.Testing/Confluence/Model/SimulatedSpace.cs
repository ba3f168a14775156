using System.Collections.Immutable;

namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>A space.</summary>
public sealed record SimulatedSpace
{
    /// <summary>The numeric id.</summary>
    public required long Id { get; init; }

    /// <summary>The key, unique in the site regardless of case.</summary>
    public required string Key { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The vendor's type: <c>global</c>, <c>personal</c>, …</summary>
    public string Type { get; init; } = "global";

    /// <summary><c>current</c> or <c>archived</c>.</summary>
    public string Status { get; init; } = "current";

    /// <summary>The plain description.</summary>
    public string Description { get; init; } = "";

    /// <summary>The id of the home page, if it has one.</summary>
    public long? HomepageId { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who may do what. Nobody sees a space that grants nothing.</summary>
    public ImmutableArray<SpaceGrant> Grants { get; init; } = [];

    /// <summary>The roles that are given in it, on a site that has roles.</summary>
    public ImmutableArray<RoleAssignment> RoleAssignments { get; init; } = [];
}
