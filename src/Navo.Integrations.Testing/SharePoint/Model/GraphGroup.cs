using System.Collections.Immutable;

namespace Navo.Integrations.Testing.SharePoint.Model;

/// <summary>A group of the simulated directory.</summary>
/// <param name="Id">The object id.</param>
/// <param name="DisplayName">The name.</param>
/// <param name="Members">The ids of users and groups in it; groups may hold each other.</param>
public sealed record GraphGroup(string Id, string DisplayName, ImmutableArray<string> Members)
{
    /// <summary>The ids of the users who own it.</summary>
    public ImmutableArray<string> Owners { get; init; } = [];

    /// <summary>Whether the directory gives its members to nobody, and does not say that it keeps them back.</summary>
    public bool HidesMembers { get; init; }
}
