using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Access;

/// <summary>Words an <see cref="AccessExplanation"/>.</summary>
public static class AccessExplanations
{
    private const int ShownPrincipals = 5;

    /// <summary>Explains a decision with the item's policy and all that the reader is.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="policy">The item's policy; null where it could not be read.</param>
    /// <param name="principals">The reader and all groups of the reader; null where they could not be read.</param>
    /// <returns>The explanation.</returns>
    public static AccessExplanation Explain(PermissionDecision decision, AccessPolicy? policy, IReadOnlySet<AccessPrincipal>? principals)
    {
        ArgumentNullException.ThrowIfNull(decision);
        IReadOnlyList<ClauseVerdict> verdicts = policy is null || principals is null ? [] : PolicyEvaluator.Verdicts(policy, principals);
        return new()
        {
            Decision = decision,
            Policy = policy,
            Verdicts = verdicts,
            ForAdministrator = string.Join(' ', [Outcome(decision), .. Conditions(decision, verdicts), .. Note(decision, verdicts)]),
            ForReader = ReaderText(decision, verdicts),
        };
    }

    private static string Outcome(PermissionDecision decision) => decision.Outcome switch
    {
        PermissionOutcome.Allow => $"{decision.Reader} may see '{decision.Item}'.",
        PermissionOutcome.Deny => $"{decision.Reader} may not see '{decision.Item}' ({decision.Reason}).",
        _ => $"Whether {decision.Reader} may see '{decision.Item}' could not be established ({decision.Reason}), which counts as no.",
    };

    private static IEnumerable<string> Conditions(PermissionDecision decision, IReadOnlyList<ClauseVerdict> verdicts) => verdicts
        .Where(verdict => verdict.IsSatisfied == decision.IsAllowed)
        .Select(static verdict => verdict.IsSatisfied
            ? $"{Source(verdict.Clause)} lets the reader pass through {List(verdict.Through)}."
            : $"{Source(verdict.Clause)} admits only {List(verdict.Clause.Principals)}.");

    private static IEnumerable<string> Note(PermissionDecision decision, IReadOnlyList<ClauseVerdict> verdicts)
    {
        if (decision.Detail is { Length: > 0 } detail)
        {
            yield return detail;
        }

        if (verdicts.Count > 0 && decision.Outcome != PermissionOutcome.Unknown && verdicts.All(static v => v.IsSatisfied) != decision.IsAllowed)
        {
            yield return "The source decided this itself and differs from the conditions that could be read here.";
        }
    }

    private static string Source(AccessClause clause)
    {
        string name = clause.SourceName is { Length: > 0 } known ? $"{clause.SourceId} '{known}'" : clause.SourceId;
        return clause.Source switch
        {
            AccessClauseSource.Container => $"The space or site {name}",
            AccessClauseSource.Ancestor => $"The view restriction inherited from {name}",
            _ => $"The view restriction of {name} itself",
        };
    }

    private static string List(IReadOnlyList<AccessPrincipal> principals)
    {
        string shown = string.Join(", ", principals.Take(ShownPrincipals));
        return principals.Count switch
        {
            0 => "nobody",
            <= ShownPrincipals => shown,
            _ => $"{shown} and {principals.Count - ShownPrincipals} more",
        };
    }

    private static string ReaderText(PermissionDecision decision, IReadOnlyList<ClauseVerdict> verdicts)
    {
        AccessClauseSource? source = verdicts.FirstOrDefault(static v => !v.IsSatisfied)?.Clause.Source;
        return decision switch
        {
            { Outcome: PermissionOutcome.Allow } => "You may see this item.",
            { Outcome: PermissionOutcome.Unknown } => "Whether you may see this item could not be established, so it is not shown. Try again later, or ask an administrator.",
            { Reason: PermissionReason.NotFoundOrNotVisible or PermissionReason.OutsideConfiguredScope } => "This item is absent or not visible to you.",
            { Reason: PermissionReason.ContainerNotVisible } => Container,
            { Reason: PermissionReason.AncestorRestricted } => Ancestor,
            { Reason: PermissionReason.ItemRestricted } => Item,
            _ => source switch
            {
                AccessClauseSource.Container => Container,
                AccessClauseSource.Ancestor => Ancestor,
                _ => Item,
            },
        };
    }

    private const string Container = "You have no access to the space or site that holds this item. One of its administrators can give it.";
    private const string Ancestor = "This item inherits a restriction from an item above it, which does not include you. Its owner can add you.";
    private const string Item = "This item is restricted to others. Its owner can add you.";
}
