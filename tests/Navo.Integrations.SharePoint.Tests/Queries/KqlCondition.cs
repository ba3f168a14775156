namespace Navo.Integrations.SharePoint.Tests.Queries;

/// <summary>A query beside what it means.</summary>
internal sealed record KqlCondition(Kql Query, string Tree, Func<Func<KqlAtom, bool>, bool> Holds)
{
    public KqlCondition(Kql query, params KqlAtom[] any)
        : this(query, any.Length == 1 ? any[0].ToString() : $"OR[{string.Join<KqlAtom>(' ', any)}]", truth => Array.Exists(any, atom => truth(atom)))
    {
    }

    public override string ToString() => Query.ToString();
}
