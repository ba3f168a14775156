using System.Collections.Frozen;

namespace Navo.Integrations.Words;

/// <summary>The names of months and days in English, German, French, Spanish, Italian, Portuguese and Dutch, each in one form for all languages.</summary>
internal static class CalendarWords
{
    private static readonly string[] Months =
    [
        "january januar janner janvier enero gennaio janeiro januari", "february februar feber fevrier febrero febbraio fevereiro februari", "march marz maerz mars marzo maart",
        "april avril abril aprile", "mayo maggio maio mei", "june juni juin junio giugno junho", "july juli juillet julio luglio julho", "august aout agosto augustus",
        "september septembre septiembre setiembre settembre setembro", "october oktober octobre octubre ottobre outubro", "november novembre noviembre novembro",
        "december dezember decembre diciembre dicembre dezembro",
    ];

    private static readonly string[] Days =
    [
        "monday montag lundi lunes lunedi maandag", "tuesday dienstag mardi martes martedi dinsdag", "wednesday mittwoch mercredi miercoles mercoledi woensdag",
        "thursday donnerstag jeudi jueves giovedi donderdag", "friday freitag vendredi viernes venerdi vrijdag", "saturday samstag sonnabend samedi sabado sabato zaterdag",
        "sunday sonntag dimanche domingo domenica zondag",
    ];

    /// <summary>These are months only beside a number, or where the sentence says so: "may" is a verb, "Marco" a name.</summary>
    private static readonly string[] Doubtful =
        ["jan", "feb", "mar marco mrz", "apr", "may mai", "jun", "jul", "aug", "sep sept", "oct okt", "nov", "dec dez"];

    private static readonly FrozenDictionary<string, string> Known = Forms(Months, "month").Concat(Forms(Days, "day")).ToFrozenDictionary(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, string> Possible = Forms(Doubtful, "month").ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The form of a month or a day; null for any other word.</summary>
    /// <param name="plain">The word in lower case, without diacritics.</param>
    public static string? Of(string plain) =>
        Known.TryGetValue(plain, out string? form) || (plain.EndsWith('s') && Known.TryGetValue(plain[..^1], out form)) ? form : null;

    /// <summary>The form of a month whose name is also another word, or is short; null for any other word.</summary>
    public static string? PossiblyOf(string plain) => Possible.GetValueOrDefault(plain);

    private static IEnumerable<KeyValuePair<string, string>> Forms(string[] names, string kind) =>
        names.SelectMany((all, i) => all.Split(' ').Select(name => KeyValuePair.Create(name, $"{kind}:{i + 1}")));
}
