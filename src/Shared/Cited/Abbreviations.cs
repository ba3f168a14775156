using System.Collections.Frozen;

namespace Navo.Integrations.Cited;

/// <summary>Points that end no sentence: those of abbreviations, of initials, and of numbers that count.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "e.g", "i.e", "etc", "no", "nr", "dr", "mr", "mrs", "ms", "prof", "st", "vs", "approx", "fig", "sec", "art", "abs", "z.b", "d.h", "bzw", "ca", "ggf", "inkl", "usw", "p.ex", "cf", "max", "min", "inc", "ltd",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the point at a place belongs to the word before it.</summary>
    public static bool EndsAt(string text, int point)
    {
        if (text[point] != '.')
        {
            return false;
        }

        int start = point;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        ReadOnlySpan<char> word = text.AsSpan(start, point - start);
        return Lookup.Contains(word) || (word.Length == 1 && char.IsUpper(word[0])) || (word.Length is 1 or 2 && word.IndexOfAnyExceptInRange('0', '9') < 0 && IsLineStart(text, start));
    }

    private static bool IsLineStart(string text, int start)
    {
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start == 0 || text[start - 1] == '\n';
    }
}
