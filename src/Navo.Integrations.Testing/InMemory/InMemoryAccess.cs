using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Testing.InMemory;

/// <summary>Decides who may see what: a reader must satisfy every clause of an item's policy.</summary>
internal sealed class InMemoryAccess
{
    private readonly ConcurrentDictionary<PrincipalId, PrincipalId[]> _groups = new();

    public void SetGroups(PrincipalId user, IEnumerable<PrincipalId> groups) => _groups[user] = [.. groups];

    public (PermissionOutcome Outcome, PermissionReason Reason) Decide(InMemoryItem? item, AccessContext reader)
    {
        if (item is null)
        {
            return (PermissionOutcome.Deny, PermissionReason.NotFoundOrNotVisible);
        }

        if (reader.User is not { } user)
        {
            return (PermissionOutcome.Allow, PermissionReason.Granted);
        }

        return item.Policy is null ? (PermissionOutcome.Unknown, PermissionReason.PolicyUnreadable) : Decide(item.Policy, user);
    }

    private (PermissionOutcome Outcome, PermissionReason Reason) Decide(AccessPolicy policy, PrincipalId user)
    {
        if (policy.Clauses.Count == 0)
        {
            return (PermissionOutcome.Deny, PermissionReason.ItemRestricted);
        }

        AccessClause? unmet = policy.Clauses.FirstOrDefault(clause => !clause.Principals.Any(principal => Covers(principal, user)));
        return unmet is null ? (PermissionOutcome.Allow, PermissionReason.Granted) : (PermissionOutcome.Deny, Reason(unmet.Source));
    }

    private bool Covers(AccessPrincipal principal, PrincipalId user) => principal.Kind switch
    {
        AccessPrincipalKind.User => principal.Id == user,
        AccessPrincipalKind.Group => _groups.GetValueOrDefault(user, []).Contains(principal.Id),
        AccessPrincipalKind.EveryoneSignedIn or AccessPrincipalKind.Anonymous => true,
        _ => false,
    };

    private static PermissionReason Reason(AccessClauseSource source) => source switch
    {
        AccessClauseSource.Container => PermissionReason.ContainerNotVisible,
        AccessClauseSource.Ancestor => PermissionReason.AncestorRestricted,
        _ => PermissionReason.ItemRestricted,
    };
}
