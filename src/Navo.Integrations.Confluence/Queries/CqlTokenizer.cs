using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>Parts a raw query into tokens in one pass. What it does not know it refuses, so that no reading of the server can differ in structure.</summary>
internal static class CqlTokenizer
{
    public static List<CqlToken> Read(string query)
    {
        List<CqlToken> tokens = [];
        for (int i = 0; i < query.Length; i += tokens[^1].Length)
        {
            while (i < query.Length && query[i] is ' ' or '\t' or '\r' or '\n')
            {
                i++;
            }

            if (i == query.Length)
            {
                break;
            }

            tokens.Add(At(query, i));
        }

        return tokens;
    }

    private static CqlToken At(string query, int start) => query[start] switch
    {
        '(' => new(CqlTokenKind.Open, start, 1),
        ')' => new(CqlTokenKind.Close, start, 1),
        ',' => new(CqlTokenKind.Comma, start, 1),
        '"' or '\'' => Text(query, start),
        '=' or '!' or '<' or '>' or '~' when !BeginsPersonalSpace(query, start) => While(query, start, CqlTokenKind.Operator, c => c is '=' or '!' or '<' or '>' or '~'),
        var c when IsWord(c) => While(query, start, CqlTokenKind.Word, IsWord),
        _ => throw new InvalidQueryException($"The query has a character at position {start} that may only stand within quotes."),
    };

    private static CqlToken Text(string query, int start)
    {
        char quote = query[start];
        for (int i = start + 1; i < query.Length; i++)
        {
            if (query[i] == quote)
            {
                return new(CqlTokenKind.Text, start, i + 1 - start);
            }

            if (char.IsControl(query[i]))
            {
                throw new InvalidQueryException($"The query has a control character within quotes at position {i}.");
            }

            i += query[i] == '\\' ? 1 : 0;
        }

        throw new InvalidQueryException($"The quote that opens at position {start} of the query is never closed.");
    }

    private static CqlToken While(string query, int start, CqlTokenKind kind, Func<char, bool> belongs)
    {
        int end = start + 1;
        while (end < query.Length && belongs(query[end]))
        {
            end++;
        }

        return new(kind, start, end - start);
    }

    // "space = ~ann": a tilde that touches a word is part of it, unless an operator is being written ("text ~word" has none before it).
    private static bool BeginsPersonalSpace(string query, int start) =>
        query[start] == '~' && start + 1 < query.Length && IsWord(query[start + 1]) && query.AsSpan(0, start).TrimEnd() is [.., '=' or '(' or ','];

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '-' or ':' or '~' or '@' or '+' or '*' or '?' or '/';
}
