namespace Navo.Integrations.SharePoint;

/// <summary>A part of a query with what joins its outermost terms. Whatever mixes stands in parentheses, so that no meaning rests on precedence.</summary>
internal readonly record struct KqlClause
{
    private const string Sequence = " ";
    private const string Negation = "NOT";

    private readonly string? _joinedBy;

    private KqlClause(string text, string? joinedBy)
    {
        Text = text;
        _joinedBy = joinedBy;
    }

    /// <summary>The clause as it is written.</summary>
    public string Text { get; }

    /// <summary>One word, phrase or restriction, or a text in parentheses.</summary>
    public static KqlClause Single(string text) => new(text, null);

    /// <summary>Words one after another, all of which must be found.</summary>
    public static KqlClause Words(IReadOnlyList<string> words) => new(string.Join(' ', words), words.Count == 1 ? null : Sequence);

    /// <summary>All of these, or any of these; at least one.</summary>
    public static KqlClause All(IEnumerable<string> terms) => terms.Select(Single).Aggregate(static (left, right) => left.And(right));

    /// <inheritdoc cref="All"/>
    public static KqlClause Any(IEnumerable<string> terms) => terms.Select(Single).Aggregate(static (left, right) => left.Or(right));

    public KqlClause And(KqlClause other) => JoinedWith(other, "AND");

    public KqlClause Or(KqlClause other) => JoinedWith(other, "OR");

    /// <summary>The opposite of what is not itself a negation.</summary>
    public KqlClause Not() => new($"{Negation} {Within(Negation)}", Negation);

    private KqlClause JoinedWith(KqlClause other, string word) => new($"{Within(word)} {word} {other.Within(word)}", word);

    private string Within(string word) => _joinedBy is null || _joinedBy == word ? Text : $"({Text})";
}
