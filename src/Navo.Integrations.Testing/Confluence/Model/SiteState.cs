using System.Collections.Immutable;

namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>Everything that a site holds at one moment. Immutable: one request sees one state.</summary>
public sealed record SiteState
{
    /// <summary>The spaces by key, regardless of case.</summary>
    public ImmutableSortedDictionary<string, SimulatedSpace> Spaces { get; init; } =
        ImmutableSortedDictionary.Create<string, SimulatedSpace>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The contents by id.</summary>
    public ImmutableSortedDictionary<long, SimulatedContent> Contents { get; init; } =
        ImmutableSortedDictionary<long, SimulatedContent>.Empty;

    /// <summary>The users by account id.</summary>
    public ImmutableSortedDictionary<string, SimulatedUser> Users { get; init; } =
        ImmutableSortedDictionary.Create<string, SimulatedUser>(StringComparer.Ordinal);

    /// <summary>The groups by id.</summary>
    public ImmutableSortedDictionary<string, SimulatedGroup> Groups { get; init; } =
        ImmutableSortedDictionary.Create<string, SimulatedGroup>(StringComparer.Ordinal);

    /// <summary>The roles of a Cloud site with role-based access control; empty for a site without.</summary>
    public ImmutableArray<SimulatedRole> Roles { get; init; } = [];

    /// <summary>Whether visitors who aren't signed in are let in; they then see what spaces grant to anonymous.</summary>
    public bool AllowsAnonymousAccess { get; init; }
}
