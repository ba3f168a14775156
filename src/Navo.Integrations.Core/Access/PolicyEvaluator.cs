using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Access;

/// <summary>Evaluates an <see cref="AccessPolicy"/> for a signed-in user: every clause must hold one of the user's principals.</summary>
public static class PolicyEvaluator
{
    /// <summary>Finds the first clause that shuts the user out.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="principals">The user and all groups the user belongs to, nested ones included.</param>
    /// <param name="denying">The clause that denies; null when the outcome is true, or when the policy is empty.</param>
    /// <returns>Whether every clause is satisfied. A policy without clauses satisfies nobody.</returns>
    public static bool IsSatisfied(AccessPolicy policy, IReadOnlySet<AccessPrincipal> principals, out AccessClause? denying)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(principals);
        denying = policy.Clauses.FirstOrDefault(clause => !clause.Principals.Any(p => Holds(p, principals)));
        return denying is null && policy.Clauses.Count > 0;
    }

    /// <summary>Holds every clause against a signed-in user.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="principals">The user and all groups the user belongs to, nested ones included.</param>
    /// <returns>A verdict for each clause, in order.</returns>
    public static IReadOnlyList<ClauseVerdict> Verdicts(AccessPolicy policy, IReadOnlySet<AccessPrincipal> principals)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(principals);
        return [.. policy.Clauses.Select(clause => new ClauseVerdict(clause, [.. clause.Principals.Where(p => Holds(p, principals))]))];
    }

    /// <summary>The reason that a denying clause gives.</summary>
    /// <param name="denying">The clause; null stands for a policy that could not be read.</param>
    /// <returns>The reason.</returns>
    public static PermissionReason ReasonOf(AccessClause? denying) => denying?.Source switch
    {
        AccessClauseSource.Container => PermissionReason.ContainerNotVisible,
        AccessClauseSource.Ancestor => PermissionReason.AncestorRestricted,
        AccessClauseSource.Item => PermissionReason.ItemRestricted,
        _ => PermissionReason.PolicyUnreadable,
    };

    private static bool Holds(AccessPrincipal principal, IReadOnlySet<AccessPrincipal> principals) => principal.Kind switch
    {
        AccessPrincipalKind.Anonymous or AccessPrincipalKind.EveryoneSignedIn => true,
        _ => principals.Contains(principal),
    };
}
