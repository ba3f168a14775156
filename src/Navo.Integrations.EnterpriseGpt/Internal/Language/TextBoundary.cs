namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Where paragraphs and sentences end.</summary>
internal static class TextBoundary
{
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

    /// <summary>Whether a sentence ends with this character: at the end of a line, or at a mark of end, which in scripts with spaces stands before one.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text, int at) =>
        text[at] is '\n' or '。' or '！' or '？' || (text[at] is '.' or '!' or '?' && at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]));

    private static int SentenceEnd(ReadOnlySpan<char> text, int least)
    {
        for (int i = text.Length - 1; i > least; i--)
        {
            if (EndsSentence(text, i - 1))
            {
                return i;
            }
        }

        return 0;
    }
}
