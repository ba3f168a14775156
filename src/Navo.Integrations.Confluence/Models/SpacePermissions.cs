namespace Navo.Integrations.Confluence;

/// <summary>Who may do what in a space.</summary>
public sealed record SpacePermissions
{
    /// <summary>The space.</summary>
    public required ConfluenceSpace Space { get; init; }

    /// <summary>All permissions. Those that come through roles are listed one by one, with the role named.</summary>
    public required IReadOnlyList<SpacePermissionGrant> Grants { get; init; }

    /// <summary>Whether the site gives permissions through roles (Cloud sites with role-based access control).</summary>
    public required bool UsesRoles { get; init; }

    /// <summary>Whether anybody may see the space without signing in, as far as the site lets such visitors in.</summary>
    public bool IsPublic => Grants.Any(grant => grant is { IsView: true, Holder: SpacePermissionHolder.Anonymous });
}
