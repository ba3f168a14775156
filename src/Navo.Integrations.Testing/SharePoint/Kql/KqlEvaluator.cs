using System.Globalization;

namespace Navo.Integrations.Testing.SharePoint.Kql;

/// <summary>Holds a query against what the index knows of an item.</summary>
internal static class KqlEvaluator
{
    public static bool Matches(KqlTerm term, KqlDocument document) => term switch
    {
        KqlTerm.Words { Text: "", IsPrefix: true } => true,
        KqlTerm.Words words => Holds(Tokens($"{document.Text} {document.Properties.GetValueOrDefault("title")} {document.Properties.GetValueOrDefault("filename")}"), words.Text, words.IsPrefix),
        KqlTerm.Restriction restriction => Matches(restriction, document),
        KqlTerm.And and => Matches(and.Left, document) && Matches(and.Right, document),
        KqlTerm.Or or => Matches(or.Left, document) || Matches(or.Right, document),
        KqlTerm.Not not => !Matches(not.Inner, document),
        _ => throw new KqlSyntaxException("There is no such term."),
    };

    /// <summary>The words of a query that are to be marked in a summary.</summary>
    public static IEnumerable<string> WordsOf(KqlTerm term) => term switch
    {
        KqlTerm.Words words => Tokens(words.Text),
        KqlTerm.And and => WordsOf(and.Left).Concat(WordsOf(and.Right)),
        KqlTerm.Or or => WordsOf(or.Left).Concat(WordsOf(or.Right)),
        _ => [],
    };

    public static string[] Tokens(string text) =>
        [.. new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static bool Matches(KqlTerm.Restriction restriction, KqlDocument document)
    {
        string property = restriction.Property.ToLowerInvariant();
        string actual = document.Properties.GetValueOrDefault(property, string.Empty);
        bool isBeginning = property is "path" or "site";
        int range = restriction.Value.IndexOf("..", StringComparison.Ordinal);
        return restriction.Operator switch
        {
            "<>" => !actual.Equals(restriction.Value, StringComparison.OrdinalIgnoreCase),
            "<" => Compare(actual, restriction.Value) < 0,
            ">" => Compare(actual, restriction.Value) > 0,
            "<=" => Compare(actual, restriction.Value) <= 0,
            ">=" => Compare(actual, restriction.Value) >= 0,
            _ when range > 0 && !isBeginning => Compare(actual, restriction.Value[..range]) >= 0 && Compare(actual, restriction.Value[(range + 2)..]) <= 0,
            ":" when isBeginning => actual.StartsWith(restriction.Value, StringComparison.OrdinalIgnoreCase),
            ":" when property is "title" or "filename" or "author" or "authorowsuser" or "contenttype" => Holds(Tokens(actual), restriction.Value, restriction.IsPrefix),
            _ => restriction.IsPrefix ? actual.StartsWith(restriction.Value, StringComparison.OrdinalIgnoreCase) : IsEqual(actual, restriction.Value),
        };
    }

    private static bool IsEqual(string actual, string value) =>
        actual.Equals(value, StringComparison.OrdinalIgnoreCase)
        || (value is "1" or "true" && actual is "1" or "true")
        || (value is "0" or "false" && actual is "0" or "false")
        || (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) && actual.StartsWith(value, StringComparison.Ordinal));

    private static int Compare(string actual, string value)
    {
        if (decimal.TryParse(actual, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal left) && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal right))
        {
            return left.CompareTo(right);
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParse(actual, CultureInfo.InvariantCulture, Utc, out DateTime a) && DateTime.TryParse(value, CultureInfo.InvariantCulture, Utc, out DateTime b)
            ? a.CompareTo(b)
            : throw new KqlSyntaxException("Only numbers and dates are compared.");
    }

    /// <summary>Whether the words stand there one after another.</summary>
    private static bool Holds(string[] text, string words, bool isPrefix)
    {
        string[] sought = Tokens(words);
        return sought.Length > 0 && Enumerable.Range(0, Math.Max(0, text.Length - sought.Length + 1)).Any(start =>
            Enumerable.Range(0, sought.Length).All(i => isPrefix && i == sought.Length - 1
                ? text[start + i].StartsWith(sought[i], StringComparison.Ordinal)
                : text[start + i] == sought[i]));
    }
}
