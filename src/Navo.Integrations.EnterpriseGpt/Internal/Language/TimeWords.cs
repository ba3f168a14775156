using System.Collections.Frozen;
using System.Globalization;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>The words for time, in English and German.</summary>
internal static class TimeWords
{
    private static readonly FrozenDictionary<string, int> Months = Table(
        "january januar jan jänner", "february februar feb", "march märz mar mär", "april apr", "may mai", "june juni jun", "july juli jul",
        "august aug", "september sep sept", "october oktober oct okt", "november nov", "december dezember dec dez");

    private static readonly FrozenDictionary<string, int> Units = Table(
        "day days tag tage tagen", "week weeks woche wochen", "month months monat monate monaten monats", "quarter quarters quartal quartale quartalen",
        "year years jahr jahre jahren jahres");

    private static readonly FrozenDictionary<string, int> Numbers = Table(
        "a an one ein eine einem einer einen", "two zwei couple", "three drei", "four vier", "five fünf", "six sechs", "seven sieben", "eight acht", "nine neun", "ten zehn",
        "eleven elf", "twelve zwölf");

    /// <summary>1 to 12; 0 for another word.</summary>
    public static int Month(string word) => Months.GetValueOrDefault(word);

    public static TimeUnit Unit(string word) => (TimeUnit)Units.GetValueOrDefault(word);

    /// <summary>1 to 999, in digits or as a word; 0 for another word.</summary>
    public static int Number(string word) =>
        word.Length <= 3 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : Numbers.GetValueOrDefault(word);

    /// <summary>A year that documents can be of; 0 for another word.</summary>
    public static int Year(string word) =>
        word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1990 and <= 2100 ? year : 0;

    /// <summary>1 to 4 for <c>q1</c> to <c>q4</c>; 0 for another word.</summary>
    public static int Quarter(string word) => word is ['q', >= '1' and <= '4'] ? word[1] - '0' : 0;

    public static bool IsLast(string word) =>
        word is "last" or "previous" or "letzte" or "letzten" or "letzter" or "letztes" or "letztem" or "vorige" or "vorigen" or "voriges" or "vorigem" or "voriger" || IsPast(word);

    /// <summary>Counts back from now, whatever the calendar says.</summary>
    public static bool IsPast(string word) =>
        word is "past" or "vergangene" or "vergangenen" or "vergangener" or "vergangenes" or "vergangenem";

    public static bool IsThis(string word) => word is "this" or "current" or "diese" or "diesem" or "diesen" or "dieser" or "dieses" or "aktuellen";

    public static bool IsArticle(string word) => word is "the" or "der" or "dem" or "den" or "die" or "das";

    private static FrozenDictionary<string, int> Table(params string[] rows) =>
        rows.SelectMany((row, index) => row.Split(' ').Select(word => (word, index))).ToFrozenDictionary(w => w.word, w => w.index + 1, StringComparer.Ordinal);
}
