using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Testing.InMemory;

/// <summary>Short ways to say who may see an item.</summary>
public static class Audience
{
    /// <summary>Everybody who is signed in.</summary>
    public static AccessPolicy Everyone { get; } = Of([AccessPrincipal.EveryoneSignedIn]);

    /// <summary>Nobody but the service itself.</summary>
    public static AccessPolicy Nobody { get; } = Of([]);

    /// <summary>These users and nobody else.</summary>
    /// <param name="users">The users.</param>
    /// <returns>A policy of one clause.</returns>
    public static AccessPolicy Users(params IReadOnlyList<PrincipalId> users)
    {
        ArgumentNullException.ThrowIfNull(users);
        return Of([.. users.Select(id => new AccessPrincipal(AccessPrincipalKind.User, id))]);
    }

    /// <summary>The members of at least one of these groups; see <see cref="InMemoryIntegration.SetGroups"/>.</summary>
    /// <param name="groups">The groups.</param>
    /// <returns>A policy of one clause.</returns>
    public static AccessPolicy Groups(params IReadOnlyList<PrincipalId> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return Of([.. groups.Select(id => new AccessPrincipal(AccessPrincipalKind.Group, id))]);
    }

    private static AccessPolicy Of(IReadOnlyList<AccessPrincipal> principals) => new()
    {
        Clauses = [new() { Source = AccessClauseSource.Item, SourceId = "in-memory", Principals = principals }],
        ReadAt = DateTimeOffset.UnixEpoch,
    };
}
