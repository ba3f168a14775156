namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Where a text may be cut.</summary>
internal static class TextBoundary
{
    /// <summary>A cut at or before <paramref name="length"/> that leaves surrogate pairs whole.</summary>
    public static int Whole(ReadOnlySpan<char> text, int length) =>
        length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]) && char.IsLowSurrogate(text[length]) ? length - 1 : length;

    /// <summary>The end of the last paragraph, else of the last sentence, in the second half of the text; else its whole length.</summary>
    public static int Before(ReadOnlySpan<char> text)
    {
        int least = text.Length / 2;
        int paragraph = text.LastIndexOf("\n\n");
        if (paragraph >= least)
        {
            return paragraph + 2;
        }

        int sentence = SentenceEnd(text, least);
        return sentence > 0 ? sentence : text.Length;
    }

    private static int SentenceEnd(ReadOnlySpan<char> text, int least)
    {
        for (int i = text.Length - 1; i > least; i--)
        {
            if (text[i - 1] is '。' or '！' or '？' or '\n' || (char.IsWhiteSpace(text[i]) && text[i - 1] is '.' or '!' or '?'))
            {
                return i;
            }
        }

        return 0;
    }
}
