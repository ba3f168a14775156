using System.Collections.Immutable;

namespace Navo.Integrations.Testing.SharePoint.Model;

/// <summary>A permission: for somebody, or a sharing link.</summary>
/// <param name="Kind">To whom.</param>
/// <param name="Principal">The id of the user, group or application, the number of the site group, or the claim.</param>
/// <param name="Role">The role, such as <c>read</c>, <c>write</c>, <c>owner</c> or <c>sp.limited access</c>.</param>
public sealed record GraphGrant(GraphGrantKind Kind, string Principal, string Role = "read")
{
    /// <summary>Of a link: <c>anonymous</c>, <c>organization</c>, <c>users</c> or <c>existingAccess</c>.</summary>
    public string? LinkScope { get; init; }

    /// <summary>Of a link: the users whom it names.</summary>
    public ImmutableArray<string> Named { get; init; } = [];

    /// <summary>When it ends; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether a link has a password.</summary>
    public bool HasPassword { get; init; }
}
