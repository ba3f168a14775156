using System.Text.RegularExpressions;

namespace Navo.Integrations.SharePoint.Tests.Queries;

/// <summary>A small parser of the language that shares nothing with the one under test. It refuses only what has no structure at all.</summary>
internal sealed partial class KqlTree
{
    private static readonly string[] Binary = ["AND", "OR"];

    private KqlTree(string joint, IReadOnlyList<KqlTree> parts, KqlAtom? atom = null) => (Joint, Parts, Atom) = (joint, parts, atom);

    /// <summary><c>AND</c>, <c>OR</c>, <c>NOT</c>, a blank for words in sequence, or empty for an atom.</summary>
    public string Joint { get; }

    public IReadOnlyList<KqlTree> Parts { get; }

    public KqlAtom? Atom { get; }

    public IEnumerable<KqlAtom> Atoms => Atom is null ? Parts.SelectMany(part => part.Atoms) : [Atom];

    public static KqlTree Parse(string text)
    {
        Queue<string> tokens = new(Tokens(text));
        KqlTree tree = Level(tokens);
        return tokens.Count == 0 ? tree : throw new FormatException("A parenthesis closes that was never opened.");
    }

    /// <summary>The tokens; a quote that is never closed has none.</summary>
    public static IReadOnlyList<string> Tokens(string text)
    {
        MatchCollection matches = Token.Matches(text);
        return matches.Sum(match => match.Length) == text.Count(c => c is not (' ' or '\t' or '\r' or '\n')) + matches.Sum(match => match.Value.Count(c => c is ' ' or '\t' or '\r' or '\n'))
            ? [.. matches.Select(match => match.Value)]
            : throw new FormatException("Something is no token.");
    }

    public bool Holds(Func<KqlAtom, bool> truth) => Joint switch
    {
        "" => truth(Atom!),
        "NOT" => !Parts[0].Holds(truth),
        "OR" => Parts.Any(part => part.Holds(truth)),
        _ => Parts.All(part => part.Holds(truth)),
    };

    public override string ToString() => Atom?.ToString() ?? $"{Joint}[{string.Join(' ', Parts)}]";

    /// <summary>One kind of operator per level: a query that needs precedence is not what the builder should write.</summary>
    private static KqlTree Level(Queue<string> tokens)
    {
        List<KqlTree> parts = [Operand(tokens)];
        string? joint = null;
        while (tokens.TryPeek(out string? next) && next != ")")
        {
            string between = Binary.Contains(next) ? tokens.Dequeue() : " ";
            joint = joint is null || joint == between ? between : throw new FormatException($"'{joint}' is mixed with '{between}'.");
            parts.Add(Operand(tokens));
        }

        return parts.Count == 1 ? parts[0] : new(joint!, parts);
    }

    private static KqlTree Operand(Queue<string> tokens)
    {
        switch (tokens.Dequeue())
        {
            case "NOT":
                return new("NOT", [Operand(tokens)]);
            case "(":
                KqlTree inner = Level(tokens);
                return tokens.Dequeue() == ")" ? inner : throw new FormatException("A parenthesis is not closed.");
            case ")" or "AND" or "OR" or "NEAR" or "ONEAR" or "XRANK" or "WORDS" or "ALL" or "ANY" or "NONE":
                throw new FormatException("An operator stands where an operand belongs.");
            case var term:
                return new(string.Empty, [], AtomOf(term));
        }
    }

    private static KqlAtom AtomOf(string term)
    {
        Match restriction = Restriction.Match(term);
        string value = restriction.Success ? restriction.Groups["value"].Value : term;
        bool isQuoted = value.StartsWith('"');
        if (!isQuoted && (value.IndexOfAny(['=', '<', '>', '"']) >= 0 || value[0] is '+' or '-' && !decimal.TryParse(value, out _) || (!restriction.Success && value.Contains(':', StringComparison.Ordinal))))
        {
            throw new FormatException("An operator stands within a word.");
        }

        string inner = isQuoted ? value[1..value.LastIndexOf('"')] : value;
        bool isPrefix = inner.EndsWith('*');
        return new(restriction.Groups["name"].Value, restriction.Groups["comparison"].Value, isPrefix ? inner[..^1] : inner, isPrefix);
    }

    [GeneratedRegex("""[()]|[^\s()"]*"[^"]*"\*?|[^\s()"]+""", RegexOptions.NonBacktracking)]
    private static partial Regex Token { get; }

    [GeneratedRegex("""^(?<name>[A-Za-z][A-Za-z0-9_.]*)(?<comparison><>|<=|>=|[:=<>])(?<value>.+)$""", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Restriction { get; }
}
