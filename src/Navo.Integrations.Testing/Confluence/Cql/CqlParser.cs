namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>A recursive descent parser: <c>or</c> binds weaker than <c>and</c>, which binds weaker than <c>not</c>.</summary>
internal sealed class CqlParser
{
    private const int MaxDepth = 200;
    private readonly IReadOnlyList<CqlToken> _tokens;
    private int _at;
    private int _depth;

    private CqlParser(IReadOnlyList<CqlToken> tokens) => _tokens = tokens;

    private CqlToken Current => _tokens[_at];

    /// <summary>Parses a query.</summary>
    /// <exception cref="CqlSyntaxException">It isn't CQL, or names a field or operator that the simulator doesn't know.</exception>
    public static CqlQuery Parse(string source)
    {
        var parser = new CqlParser(new CqlLexer(source).Read());
        var where = parser.Current.IsWord("order") ? null : parser.Or();
        var order = parser.Order();
        return parser.Current.Kind is CqlTokenKind.End ? new CqlQuery(where, order) : throw parser.Unexpected();
    }

    private CqlExpression Or()
    {
        var left = And();
        while (Accept("or"))
        {
            left = new CqlOr(left, And());
        }

        return left;
    }

    private CqlExpression And()
    {
        var left = Not();
        while (Accept("and"))
        {
            left = new CqlAnd(left, Not());
        }

        return left;
    }

    private CqlExpression Not()
    {
        if (++_depth > MaxDepth)
        {
            throw new CqlSyntaxException("The query is nested too deeply");
        }

        var node = Accept("not") ? new CqlNot(Not()) : Primary();
        _depth--;
        return node;
    }

    private CqlExpression Primary()
    {
        if (Current.Kind is not CqlTokenKind.Open)
        {
            return Comparison();
        }

        _at++;
        var inner = Or();
        Expect(CqlTokenKind.Close);
        return inner;
    }

    private CqlComparison Comparison()
    {
        var field = Expect(CqlTokenKind.Word).Value.ToLowerInvariant();
        var op = Operator();
        var values = op is "in" or "not in" ? List() : [Value()];
        CqlGrammar.Check(field, op);
        return new CqlComparison(field, op, values);
    }

    private string Operator()
    {
        if (Accept("in"))
        {
            return "in";
        }

        if (!Accept("not"))
        {
            return Expect(CqlTokenKind.Operator).Value;
        }

        return Accept("in") ? "not in" : throw Unexpected();
    }

    private List<CqlValue> List()
    {
        Expect(CqlTokenKind.Open);
        var values = new List<CqlValue> { Value() };
        while (Current.Kind is CqlTokenKind.Comma)
        {
            _at++;
            values.Add(Value());
        }

        Expect(CqlTokenKind.Close);
        return values;
    }

    private CqlValue Value()
    {
        if (Current.Kind is CqlTokenKind.Text)
        {
            return new CqlValue(_tokens[_at++].Value);
        }

        var word = Expect(CqlTokenKind.Word);
        if (Current.Kind is not CqlTokenKind.Open)
        {
            return CqlGrammar.IsReserved(word.Value)
                ? throw new CqlSyntaxException($"'{word.Value}' at {word.Position} is a reserved word and must be quoted")
                : new CqlValue(word.Value);
        }

        _at++;
        var argument = Current.Kind is CqlTokenKind.Text ? _tokens[_at++].Value : null;
        Expect(CqlTokenKind.Close);
        return new CqlValue(word.Value.ToLowerInvariant(), true, argument);
    }

    private List<CqlSort> Order()
    {
        var keys = new List<CqlSort>();
        if (!Accept("order"))
        {
            return keys;
        }

        if (!Accept("by"))
        {
            throw Unexpected();
        }

        for (var more = true; more;)
        {
            var field = CqlGrammar.CheckSort(Expect(CqlTokenKind.Word).Value.ToLowerInvariant());
            var descending = !Accept("asc") && Accept("desc");
            keys.Add(new CqlSort(field, descending));
            more = Current.Kind is CqlTokenKind.Comma;
            _at += more ? 1 : 0;
        }

        return keys;
    }

    private bool Accept(string word)
    {
        var taken = Current.IsWord(word);
        _at += taken ? 1 : 0;
        return taken;
    }

    private CqlToken Expect(CqlTokenKind kind) => Current.Kind == kind ? _tokens[_at++] : throw Unexpected();

    private CqlSyntaxException Unexpected() => new(
        Current.Kind is CqlTokenKind.End ? "Unexpected end of the query" : $"Unexpected '{Current.Value}' at {Current.Position}");
}
