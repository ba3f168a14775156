namespace Navo.Integrations.ForModels;

/// <summary>Where a text may be cut: never within a character.</summary>
internal static class TextCut
{
    /// <summary>The place itself, or the one before it where that would part a surrogate pair.</summary>
    public static int At(ReadOnlySpan<char> text, int place) =>
        place > 0 && place < text.Length && char.IsSurrogatePair(text[place - 1], text[place]) ? place - 1 : place;

    /// <summary>Behind a line end or space in the second half of what is left of a text that is too long; where there is none, between two characters.</summary>
    /// <returns>1 at least.</returns>
    public static int BehindWord(ReadOnlySpan<char> text, int most)
    {
        int space = text[..most].LastIndexOfAny('\n', ' ');
        return space > most / 2 ? space + 1 : Math.Max(At(text, most), 1);
    }
}
