namespace Navo.Integrations.Words;

/// <summary>Words in which two texts must not differ if they are to state the same: numbers, months, days and negations.</summary>
internal static class TellingWords
{
    /// <param name="plain">The word in lower case, without diacritics.</param>
    public static bool Contains(string plain) =>
        plain.Any(char.IsDigit) || NegationWords.Contains(plain) || CalendarWords.Of(plain) is not null || NumberWords.Of(plain) is not null;
}
