namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Tells marks that open a quote from those that close one, and both from apostrophes and inches.</summary>
internal static class QuoteMarks
{
    private const string Double = "\"＂”“»›«‹」』｣";

    /// <summary>The marks that close what a mark opens; empty where it opens nothing.</summary>
    public static string ClosersOf(string text, int i) => text[i] switch
    {
        '„' or '‟' => "“”\"",
        '‚' => "‘’",
        '「' or '｢' => "」｣",
        '『' => "』",
        '“' when CanOpen(text, i) => "”“\"",
        '"' or '＂' when CanOpen(text, i) => "\"＂”",
        '”' when CanOpen(text, i) => "”",
        '«' when CanOpen(text, i) => "»",
        '»' when CanOpen(text, i) => "«»",
        '‹' when CanOpen(text, i) => "›",
        '›' when CanOpen(text, i) => "‹›",
        '‘' or '‛' when CanOpen(text, i) => "’‘",
        '’' when CanOpen(text, i) => "’",
        '\'' or '＇' when CanOpen(text, i) => "'＇’",
        _ => string.Empty,
    };

    /// <summary>Where the quote ends; -1 where it does not.</summary>
    public static int End(string text, int start, string closers)
    {
        for (int i = start; i < text.Length; i++)
        {
            bool isApostrophe = IsSingle(text[i]) && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);
            if (closers.Contains(text[i], StringComparison.Ordinal) && !isApostrophe)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a mark closes what was opened before the text began. A single one may be an apostrophe, unless it stands at the end of a sentence.</summary>
    public static bool ClosesAlone(string text, int i) => Double.Contains(text[i], StringComparison.Ordinal)
        ? !IsInch(text, i)
        : IsSingle(text[i]) && i > 0 && text[i - 1] is '.' or '!' or '?' or '…' && !text.AsSpan(i).ContainsAnyInRange('0', 'z');

    private static bool IsSingle(char c) => c is '\'' or '＇' or '’' or '‘';

    private static bool CanOpen(string text, int i)
    {
        char before = i == 0 ? ' ' : text[i - 1];
        char after = i + 1 < text.Length ? text[i + 1] : ' ';
        bool isAfterWord = char.IsLetterOrDigit(before) && !RawWords.IsWide(before);
        return !isAfterWord && (IsSingle(text[i]) ? char.IsLetter(after) : char.IsLetterOrDigit(after) || char.IsWhiteSpace(before) || before is '(' or '[' or ':');
    }

    private static bool IsInch(string text, int i) =>
        text[i] == '"' && i > 0 && char.IsDigit(text[i - 1]) && i + 2 < text.Length && text[i + 1] == ' ' && char.IsLetter(text[i + 2]);
}
