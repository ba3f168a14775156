using System.Globalization;

namespace Navo.Integrations.SharePoint;

/// <summary>Checks what stands in parentheses after <c>NEAR</c>, <c>ONEAR</c>, <c>XRANK</c> and <c>WORDS</c>; white space may precede them.</summary>
internal static class KqlRawArguments
{
    private static readonly string[] Boosts = ["cb", "rb", "pb", "avgb", "stdb", "nb"];

    /// <summary>The distance is optional: <c>(4)</c> or <c>(n=4)</c>.</summary>
    public static int EndOfDistance(string query, int afterName)
    {
        int open = KqlTokenizer.PastSpace(query, afterName);
        if (open == query.Length || query[open] != '(')
        {
            return afterName;
        }

        int close = Close(query, open);
        string[] parts = query[(open + 1)..close].Split('=', StringSplitOptions.TrimEntries);
        return (parts is [_] || parts is ["n", _]) && IsWhole(parts[^1])
            ? close + 1
            : throw KqlRefusal.At(open, "has a malformed distance", "Write NEAR(n=4); an expression in parentheses cannot follow without a distance.");
    }

    /// <summary>At least one boost, and perhaps <c>n</c>: <c>(cb=100, nb=1.5)</c>.</summary>
    public static int EndOfRanking(string query, int afterName)
    {
        int open = KqlTokenizer.PastSpace(query, afterName);
        int close = open < query.Length && query[open] == '(' ? Close(query, open) : -1;
        string[][] parameters = close < 0 ? [] : [.. query[(open + 1)..close].Split(',').Select(static part => part.Split('=', StringSplitOptions.TrimEntries))];
        bool isComplete = Array.Exists(parameters, static parameter => parameter[0] != "n") && Array.TrueForAll(parameters, IsParameter);
        return isComplete && parameters.DistinctBy(static parameter => parameter[0]).Count() == parameters.Length
            ? close + 1
            : throw KqlRefusal.At(afterName, "ranks without well-formed parameters", "Write XRANK(cb=100) with one or more of cb, rb, pb, avgb, stdb, nb, and n if needed.");
    }

    /// <summary>Two or more words or phrases with commas between them.</summary>
    public static int EndOfSynonyms(string query, int afterName)
    {
        int i = KqlTokenizer.PastSpace(query, afterName);
        int count = 0;
        do
        {
            char separator = i < query.Length ? query[i] : '\0';
            if (separator != (count == 0 ? '(' : ','))
            {
                throw Malformed(Math.Min(i, query.Length));
            }

            i = KqlTokenizer.PastSpace(query, EndOfSynonym(query, KqlTokenizer.PastSpace(query, i + 1)));
            count++;
        }
        while (i == query.Length || query[i] != ')');

        return count > 1 ? i + 1 : throw Malformed(i);
    }

    private static int EndOfSynonym(string query, int start)
    {
        if (start < query.Length && query[start] == '"')
        {
            int close = query.IndexOf('"', start + 1) + 1;
            bool endsAtComma = close > 0 && close < query.Length && query[close] == ',';
            return KqlRawText.EndOfPhrase(endsAtComma ? query[..close] : query, start);
        }

        int end = KqlTokenizer.EndOfWord(query, start);
        int comma = query.IndexOf(',', start, end - start);
        end = comma < 0 ? end : comma;
        string word = query[start..end];
        if (word.Length == 0 || word[0] is '+' or '-' || word.AsSpan().IndexOfAny(":=<>") >= 0)
        {
            throw Malformed(start);
        }

        KqlRawText.CheckWord(word, start);
        return end;
    }

    private static Exception Malformed(int position) =>
        KqlRefusal.At(position, "has a malformed list of synonyms", "Write WORDS(tv, television) with two or more words or phrases and nothing else.");

    private static int Close(string query, int open)
    {
        int close = query.IndexOf(')', open);
        return close >= 0 ? close : throw KqlRefusal.At(open, "opens a parenthesis that is never closed", "Close the parenthesis.");
    }

    private static bool IsParameter(string[] parameter) => parameter switch
    {
        ["n", var value] => IsWhole(value),
        [var name, var value] => Boosts.Contains(name, StringComparer.Ordinal)
            && double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    private static bool IsWhole(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
