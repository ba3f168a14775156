namespace Navo.Integrations.Abstractions;

/// <summary>One condition of a policy, held against a reader.</summary>
/// <param name="Clause">The condition.</param>
/// <param name="Through">The reader's own principals that satisfy it; empty when none does.</param>
public sealed record ClauseVerdict(AccessClause Clause, IReadOnlyList<AccessPrincipal> Through)
{
    /// <summary>Whether the reader satisfies the condition.</summary>
    public bool IsSatisfied => Through.Count > 0;
}
