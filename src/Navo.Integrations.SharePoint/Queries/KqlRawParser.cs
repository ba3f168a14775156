using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>Parses a raw query in full, so that what is malformed fails here: the service would leave out the part, and find more than was asked for.</summary>
internal sealed class KqlRawParser
{
    private const int MaxDepth = 50;

    private readonly List<KqlToken> _tokens;
    private readonly int _length;
    private int _next;

    private KqlRawParser(string query)
    {
        _tokens = KqlTokenizer.Read(query);
        _length = query.Length;
    }

    /// <summary>What an operand is to the operators beside it.</summary>
    private readonly record struct Operand(bool IsText, bool IsRanked);

    public static Kql Parse(string query)
    {
        if (query.Length > Kql.MaxLength)
        {
            throw new InvalidQueryException($"A query has at most {Kql.MaxLength} characters; this one has {query.Length}.");
        }

        KqlRawParser parser = new(query);
        _ = parser.Level(depth: 0);
        return parser._next == parser._tokens.Count
            ? new(KqlClause.Single($"({query.Trim()})"))
            : throw KqlRefusal.At(parser._tokens[parser._next].Start, "closes a parenthesis that was never opened", "Remove it, or put it within straight double quotes.");
    }

    /// <summary>Reads operands, and what joins them, up to a closing parenthesis or the end.</summary>
    private Operand Level(int depth)
    {
        Operand left = Read(depth);
        Operand whole = left;
        int count = 1;
        int rank = -1;
        while (_next < _tokens.Count && _tokens[_next].Kind != KqlTokenKind.Close)
        {
            KqlToken joint = _tokens[_next];
            bool isJoint = joint.Kind is KqlTokenKind.Logic or KqlTokenKind.Near or KqlTokenKind.Rank;
            _next += isJoint ? 1 : 0;
            Operand right = Read(depth);
            Check(joint, left, right);
            rank = joint.Kind == KqlTokenKind.Rank ? joint.Start : rank;
            whole = new(whole.IsText && right.IsText, whole.IsRanked || right.IsRanked);
            left = right;
            count++;
        }

        return rank < 0 || count == 2
            ? new(whole.IsText && rank < 0, whole.IsRanked || rank >= 0)
            : throw KqlRefusal.At(rank, "mixes XRANK with something else", "Put the expression with XRANK, and each of its sides, within parentheses of its own.");
    }

    private static void Check(KqlToken joint, Operand left, Operand right)
    {
        if (joint.Kind == KqlTokenKind.Near && !(left.IsText && right.IsText))
        {
            throw KqlRefusal.At(joint.Start, "asks for the nearness of something else than words", "Write words or phrases on both sides of NEAR and ONEAR, no properties and no negations.");
        }

        if (joint.Kind == KqlTokenKind.Rank && right.IsRanked)
        {
            throw KqlRefusal.At(joint.Start, "ranks by an expression that ranks", "Write XRANK only on the left side of another XRANK.");
        }
    }

    private Operand Read(int depth)
    {
        KqlToken token = _next < _tokens.Count
            ? _tokens[_next++]
            : throw KqlRefusal.At(_length, "ends where a word, phrase or property is missing", "Complete the query, or put a final operator within straight double quotes.");
        return token.Kind switch
        {
            KqlTokenKind.Text => new(IsText: true, IsRanked: false),
            KqlTokenKind.Condition => default,
            KqlTokenKind.Not => Read(depth) with { IsText = false },
            KqlTokenKind.Open when depth < MaxDepth => Group(token, depth + 1),
            KqlTokenKind.Open => throw KqlRefusal.At(token.Start, $"nests more than {MaxDepth} parentheses", "Simplify the query."),
            KqlTokenKind.Close => throw KqlRefusal.At(token.Start, "closes a parenthesis where a word, phrase or property is missing", "Complete the expression before it, or remove the parentheses."),
            _ => throw KqlRefusal.At(token.Start, "has an operator with nothing before it", KqlRefusal.Quote),
        };
    }

    private Operand Group(KqlToken open, int depth)
    {
        Operand inner = Level(depth);
        return _next < _tokens.Count
            ? Closed(inner)
            : throw KqlRefusal.At(open.Start, "opens a parenthesis that is never closed", "Close the parenthesis.");
    }

    private Operand Closed(Operand inner)
    {
        _next++;
        return inner;
    }
}
