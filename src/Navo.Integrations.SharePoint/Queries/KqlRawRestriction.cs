namespace Navo.Integrations.SharePoint;

/// <summary>Checks restrictions of properties in a raw query: <c>author:"Ann Lee"</c>, <c>size&gt;=1024</c>, <c>created:2026-01-01..2026-02-01</c>.</summary>
internal static class KqlRawRestriction
{
    /// <summary>Where the restriction ends whose unquoted part spans from start to end.</summary>
    public static int End(string query, int start, int end)
    {
        int comparison = start + query.AsSpan(start, end - start).IndexOfAny(":=<>");
        if (!KqlGrammar.IsPropertyName(query.AsSpan(start, comparison - start)))
        {
            throw KqlRefusal.At(start, "compares something that is not the name of a property", "Write property:value without white space, or put the text within straight double quotes.");
        }

        int value = comparison + (query.AsSpan(comparison, end - comparison) is ['<', '>' or '=', ..] or ['>', '=', ..] ? 2 : 1);
        int last = IsQuoted(query, value) ? KqlRawText.EndOfPhrase(query, value) : EndOfBare(query, value, end);
        if (last - start > KqlGrammar.MaxRestriction)
        {
            throw KqlRefusal.At(start, $"has a restriction of more than {KqlGrammar.MaxRestriction} characters", "Shorten the value.");
        }

        KqlRawValue.Check(query[comparison..value], query[value..last], value);
        return last;
    }

    private static bool IsQuoted(string query, int value) => value < query.Length && query[value] == '"';

    private static int EndOfBare(string query, int value, int end)
    {
        if (value == end)
        {
            throw KqlRefusal.At(value, "has a property without a value", "Let the value touch the operator, and write several values as property:a OR property:b.");
        }

        return end == query.Length || query[end] is not ('(' or '"')
            ? end
            : throw KqlRefusal.At(end, "has a quote or parenthesis within a value", KqlRefusal.Quote);
    }
}
