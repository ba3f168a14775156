using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>One permission of an item.</summary>
public sealed record SharingGrant
{
    /// <summary>To whom; empty for a link that names nobody.</summary>
    public required IReadOnlyList<AccessPrincipal> Principals { get; init; }

    /// <summary>The names of those to whom; to show, never an identity.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The roles, as the source names them: <c>read</c>, <c>write</c>, <c>owner</c> or a level of its own.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Whether the holders own what is shared.</summary>
    public bool IsOwner => Roles.Any(static role => role.Equals("owner", StringComparison.OrdinalIgnoreCase) || role.Replace(" ", string.Empty, StringComparison.Ordinal).Equals("sp.fullcontrol", StringComparison.OrdinalIgnoreCase));

    /// <summary>The scope of the link: <c>anonymous</c>, <c>organization</c>, <c>users</c> or <c>existingAccess</c>; null where it is no link.</summary>
    public string? LinkScope { get; init; }

    /// <summary>What the link is for: <c>view</c>, <c>edit</c>, <c>embed</c> and others; null where it is no link.</summary>
    public string? LinkType { get; init; }

    /// <summary>Whether the link keeps from downloading.</summary>
    public bool PreventsDownload { get; init; }

    /// <summary>Whether a password is needed.</summary>
    public bool HasPassword { get; init; }

    /// <summary>When it ends; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether it comes from something above the item.</summary>
    public bool IsInherited { get; init; }
}
