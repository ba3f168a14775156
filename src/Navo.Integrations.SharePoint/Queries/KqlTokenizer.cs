namespace Navo.Integrations.SharePoint;

/// <summary>Parts a raw query into tokens in one pass. What it does not know it refuses, so that no reading of the service can differ in structure.</summary>
internal static class KqlTokenizer
{
    public static List<KqlToken> Read(string query)
    {
        List<KqlToken> tokens = [];
        for (int i = PastSpace(query, 0); i < query.Length; i = PastSpace(query, tokens[^1].End))
        {
            tokens.Add(query[i] switch
            {
                '(' => new(KqlTokenKind.Open, i, i + 1),
                ')' => new(KqlTokenKind.Close, i, i + 1),
                '+' or '-' => Signed(query, i),
                _ => Term(query, i),
            });
        }

        return tokens;
    }

    /// <summary>Where the next character stands that is not white space.</summary>
    public static int PastSpace(string query, int start)
    {
        while (start < query.Length && IsSpace(query[start]))
        {
            start++;
        }

        return start;
    }

    /// <summary>Where the word ends that begins here.</summary>
    public static int EndOfWord(string query, int start)
    {
        while (start < query.Length && !IsSpace(query[start]) && query[start] is not ('(' or ')' or '"'))
        {
            start++;
        }

        return start;
    }

    private static KqlToken Signed(string query, int start)
    {
        bool touches = start + 1 < query.Length && !IsSpace(query[start + 1]) && query[start + 1] is not ('(' or ')' or '+' or '-');
        KqlToken term = touches
            ? Term(query, start + 1)
            : throw KqlRefusal.At(start, "has a sign without a word", "Let the sign touch the word that it belongs to, or write NOT before a parenthesis.");
        return term.Kind is KqlTokenKind.Text or KqlTokenKind.Condition
            ? new(KqlTokenKind.Condition, start, term.End)
            : throw KqlRefusal.At(start, "has a sign before an operator", KqlRefusal.Quote);
    }

    private static KqlToken Term(string query, int start)
    {
        if (query[start] == '"')
        {
            return new(KqlTokenKind.Text, start, KqlRawText.EndOfPhrase(query, start));
        }

        int end = EndOfWord(query, start);
        string word = query[start..end];
        if (KqlGrammar.IsReserved(word))
        {
            return Operator(query, word, start, end);
        }

        if (word.AsSpan().IndexOfAny(":=<>") >= 0)
        {
            return new(KqlTokenKind.Condition, start, KqlRawRestriction.End(query, start, end));
        }

        KqlRawText.CheckWord(word, start);
        return end == query.Length || query[end] != '"'
            ? new(KqlTokenKind.Text, start, end)
            : throw KqlRefusal.At(end, "has a quote within a word", "Put white space between a word and a phrase.");
    }

    private static KqlToken Operator(string query, string word, int start, int end) => word switch
    {
        "AND" or "OR" => new(KqlTokenKind.Logic, start, end),
        "NOT" => new(KqlTokenKind.Not, start, end),
        "NEAR" or "ONEAR" => new(KqlTokenKind.Near, start, KqlRawArguments.EndOfDistance(query, end)),
        "XRANK" => new(KqlTokenKind.Rank, start, KqlRawArguments.EndOfRanking(query, end)),
        "WORDS" => new(KqlTokenKind.Text, start, KqlRawArguments.EndOfSynonyms(query, end)),
        _ => throw KqlRefusal.At(start, "has a reserved word", "Put the word within straight double quotes, or combine the terms with AND, OR and NOT."),
    };

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';
}
