namespace Navo.Integrations.Abstractions;

/// <summary>
/// Who may see an item, exactly: a conjunction of clauses, each a set of principals. A reader must satisfy every clause.
/// It is never flattened into one list of names, which would leak or deny wrongly.
/// </summary>
/// <remarks>Atlassian's rule for pages: <see href="https://support.atlassian.com/confluence-cloud/docs/manage-permissions-on-the-page-level/"/>.</remarks>
public sealed record AccessPolicy
{
    /// <summary>The conditions, all of which must hold. A policy without clauses allows nobody.</summary>
    public required IReadOnlyList<AccessClause> Clauses { get; init; }

    /// <summary>The version of the item for which it was read; null where the source has none.</summary>
    public string? Version { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>The policy for an index: each clause as the tokens of its principals. A document is a reader's if every clause holds one of the reader's tokens.</summary>
    /// <returns>One list for each clause, in order; see <see cref="AccessPrincipal.ToString"/> for the tokens.</returns>
    public IReadOnlyList<IReadOnlyList<string>> ToTokens() =>
        [.. Clauses.Select(static clause => (IReadOnlyList<string>)[.. clause.Principals.Select(static p => p.ToString()).Distinct(StringComparer.Ordinal)])];
}
