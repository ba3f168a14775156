using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>Checks a raw query as far as it must be checked to stand within parentheses, and parts its order from it.</summary>
internal static class CqlRawParser
{
    private const int MaxLength = 8000;

    private static readonly string[] Reserved = ["and", "or", "not", "in", "order", "by", "asc", "desc"];

    public static Cql Parse(string query)
    {
        if (query.Length > MaxLength)
        {
            throw new InvalidQueryException($"A raw query has at most {MaxLength} characters; this one has {query.Length}.");
        }

        List<CqlToken> tokens = CqlTokenizer.Read(query);
        int order = OrderOf(query, tokens);
        int end = order == tokens.Count ? query.Length : tokens[order].Start;
        if (order == 0)
        {
            throw new InvalidQueryException("The query asks for nothing: it is empty or begins with its order at position 0.");
        }

        string condition = query[..end].Trim();
        return new(CqlClause.Single($"({condition})"), CqlClause.Single($"not ({condition})"), Sort(query, tokens, order));
    }

    /// <summary>The index of the word <c>order</c>, or the count of tokens; parentheses before it balance.</summary>
    private static int OrderOf(string query, List<CqlToken> tokens)
    {
        Stack<int> open = new();
        for (int i = 0; i < tokens.Count; i++)
        {
            CqlToken token = tokens[i];
            if (token.Kind == CqlTokenKind.Open)
            {
                open.Push(token.Start);
            }
            else if (token.Kind == CqlTokenKind.Close && !open.TryPop(out _))
            {
                throw new InvalidQueryException($"The query closes a parenthesis at position {token.Start} that was never opened.");
            }
            else if (token.IsWord(query, "order") && open.Count == 0)
            {
                return i;
            }
            else if (token.IsWord(query, "order"))
            {
                throw new InvalidQueryException($"The query has an order within parentheses at position {token.Start}.");
            }
        }

        return open.Count == 0 ? tokens.Count : throw new InvalidQueryException($"The query never closes the parenthesis at position {open.Peek()}.");
    }

    /// <summary>Reads <c>order by a asc, b</c> strictly; empty where there is none.</summary>
    private static string Sort(string query, List<CqlToken> tokens, int index)
    {
        if (index == tokens.Count)
        {
            return string.Empty;
        }

        Expect(tokens, index + 1, query.Length, token => token.IsWord(query, "by"));
        int i = index + 2;
        List<string> sorts = [SortBy(query, tokens, ref i)];
        while (i < tokens.Count)
        {
            Expect(tokens, i++, query.Length, token => token.Kind == CqlTokenKind.Comma);
            sorts.Add(SortBy(query, tokens, ref i));
        }

        return string.Join(", ", sorts);
    }

    private static string SortBy(string query, List<CqlToken> tokens, ref int index)
    {
        string field = Part(query, Expect(tokens, index++, query.Length, token => IsField(query, token)));
        bool isDirected = index < tokens.Count && (tokens[index].IsWord(query, "asc") || tokens[index].IsWord(query, "desc"));
        return isDirected ? $"{field} {Part(query, tokens[index++])}" : field;
    }

    private static bool IsField(string query, CqlToken token) =>
        token.Kind == CqlTokenKind.Word && !Array.Exists(Reserved, word => token.IsWord(query, word));

    private static string Part(string query, CqlToken token) => query.Substring(token.Start, token.Length);

    private static CqlToken Expect(List<CqlToken> tokens, int index, int end, Func<CqlToken, bool> allowed) =>
        index < tokens.Count && allowed(tokens[index])
            ? tokens[index]
            : throw new InvalidQueryException($"The order of the query is malformed at position {(index < tokens.Count ? tokens[index].Start : end)}; write 'order by field asc'.");
}
