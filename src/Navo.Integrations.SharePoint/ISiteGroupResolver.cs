using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>Names the members of SharePoint's own groups (Owners, Members, Visitors and the like), which Graph can't list.</summary>
/// <remarks>
/// A site group that nobody resolves leaves the decision about everybody else unknown, and so denied. An implementation may know the groups from provisioning,
/// or read them with SharePoint's REST API and credentials of its own.
/// </remarks>
public interface ISiteGroupResolver
{
    /// <summary>The members of a site group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>
    /// Users and Entra groups under <see cref="PrincipalSchemes.EntraObject"/>, users also under <see cref="PrincipalSchemes.UserPrincipalName"/>; null where they are not known, which
    /// leaves the group unresolved. Complete, or null: never a part.
    /// </returns>
    ValueTask<IReadOnlyList<AccessPrincipal>?> ResolveAsync(SiteGroup group, CancellationToken cancellationToken = default);
}
