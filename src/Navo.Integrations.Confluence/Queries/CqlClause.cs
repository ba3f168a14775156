namespace Navo.Integrations.Confluence;

/// <summary>A part of a query with what joins its outermost terms, so that parentheses stand where they are needed.</summary>
internal readonly record struct CqlClause
{
    private readonly string? _joinedBy;

    private CqlClause(string text, string? joinedBy)
    {
        Text = text;
        _joinedBy = joinedBy;
    }

    /// <summary>The clause as it is written.</summary>
    public string Text { get; }

    /// <summary>One comparison, or a text in parentheses.</summary>
    public static CqlClause Single(string text) => new(text, null);

    public CqlClause And(CqlClause other) => JoinedWith(other, "and");

    public CqlClause Or(CqlClause other) => JoinedWith(other, "or");

    private CqlClause JoinedWith(CqlClause other, string word) => new($"{Within(word)} {word} {other.Within(word)}", word);

    private string Within(string word) => _joinedBy is null || _joinedBy == word ? Text : $"({Text})";
}
