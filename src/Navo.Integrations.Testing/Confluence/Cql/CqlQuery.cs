namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>A parsed query; no condition means everything.</summary>
internal sealed record CqlQuery(CqlExpression? Where, IReadOnlyList<CqlSort> OrderBy)
{
    /// <summary>The texts searched for with <c>~</c> outside of a negation, for marking words in excerpts.</summary>
    public IEnumerable<string> SearchedTexts() => Texts(Where);

    private static IEnumerable<string> Texts(CqlExpression? node) => node switch
    {
        CqlAnd and => Texts(and.Left).Concat(Texts(and.Right)),
        CqlOr or => Texts(or.Left).Concat(Texts(or.Right)),
        CqlComparison { Operator: "~" } comparison => comparison.Values.Select(v => v.Text),
        _ => [],
    };
}
