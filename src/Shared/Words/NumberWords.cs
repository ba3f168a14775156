using System.Collections.Frozen;

namespace Navo.Integrations.Words;

/// <summary>The values of numbers written as words, in English and German.</summary>
internal static class NumberWords
{
    private static readonly string[] Units =
    [
        "zero null", "one eins", "two zwei zwo", "three drei", "four vier", "five funf fuenf", "six sechs", "seven sieben", "eight acht", "nine neun", "ten zehn", "eleven elf",
        "twelve zwolf zwoelf dozen dutzend", "thirteen dreizehn", "fourteen vierzehn", "fifteen funfzehn fuenfzehn", "sixteen sechzehn", "seventeen siebzehn", "eighteen achtzehn", "nineteen neunzehn",
    ];

    private static readonly string[] Tens =
    [
        "twenty zwanzig", "thirty dreißig dreissig", "forty fourty vierzig", "fifty funfzig fuenfzig", "sixty sechzig", "seventy siebzig", "eighty achtzig", "ninety neunzig",
    ];

    private static readonly (string Names, long Value)[] Scales =
    [
        ("hundred hundreds hundert hunderte", 100), ("thousand thousands tausend tausende", 1000), ("million millions millionen", 1_000_000), ("billion billions milliarde milliarden", 1_000_000_000),
    ];

    private static readonly FrozenDictionary<string, long> Known = Units.SelectMany((names, i) => Named(names, i))
        .Concat(Tens.SelectMany((names, i) => Named(names, (i + 2) * 10)))
        .Concat(Scales.SelectMany(static s => Named(s.Names, s.Value)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The value of one word; null where it is no number.</summary>
    /// <param name="plain">The word in lower case, without diacritics.</param>
    public static long? Of(string plain) => Known.TryGetValue(plain, out long value) ? value : Compound(plain);

    /// <summary>Whether a value multiplies the one before it.</summary>
    public static bool IsScale(long value) => value is 100 or 1000 or 1_000_000 or 1_000_000_000;

    private static IEnumerable<KeyValuePair<string, long>> Named(string names, long value) => names.Split(' ').Select(name => KeyValuePair.Create(name, value));

    /// <summary>German writes a number as one word: "zweihundertfünfundzwanzig".</summary>
    private static long? Compound(string plain)
    {
        if (plain.IndexOf("tausend", StringComparison.Ordinal) is var thousand and >= 0)
        {
            return Product(plain[..thousand], 1000, plain[(thousand + 7)..]);
        }

        if (plain.IndexOf("hundert", StringComparison.Ordinal) is var hundred and >= 0)
        {
            return Product(plain[..hundred], 100, plain[(hundred + 7)..]);
        }

        int and = plain.IndexOf("und", StringComparison.Ordinal);
        return and > 0 && Part(plain[..and]) is > 0 and < 10 and { } unit && Known.TryGetValue(plain[(and + 3)..], out long tens) && tens is >= 20 and < 100 ? tens + unit : null;
    }

    private static long? Product(string left, long factor, string right)
    {
        string rest = right.StartsWith("und", StringComparison.Ordinal) ? right[3..] : right;
        return (left.Length == 0 ? 1 : Part(left)) is { } many && many < factor && (rest.Length == 0 ? 0 : Part(rest)) is { } more && more < factor ? (many * factor) + more : null;
    }

    private static long? Part(string plain) => plain == "ein" ? 1 : Of(plain);
}
