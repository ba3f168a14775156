using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Mapping;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>A user of the tenant's directory.</summary>
/// <param name="ObjectId">The id in the directory.</param>
/// <param name="UserPrincipalName">The name to sign in with.</param>
/// <param name="IsMember">Whether the user belongs to the tenant, rather than being its guest. Unknown counts as guest.</param>
/// <param name="IsEnabled">Whether the account may sign in. Unknown counts as not.</param>
internal sealed record SharePointReader(string ObjectId, string? UserPrincipalName, bool IsMember, bool IsEnabled)
{
    /// <summary>The user under each name that permissions use, without groups.</summary>
    public IEnumerable<AccessPrincipal> Own()
    {
        yield return Claims.Entra(AccessPrincipalKind.User, ObjectId);
        if (UserPrincipalName is { Length: > 0 } name)
        {
            yield return new(AccessPrincipalKind.User, new(PrincipalSchemes.UserPrincipalName, name.ToLowerInvariant()));
        }

        if (IsMember)
        {
            yield return Claims.EveryoneExceptExternalUsers;
        }
    }
}
