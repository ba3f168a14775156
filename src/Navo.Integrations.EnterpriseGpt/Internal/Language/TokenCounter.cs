using Microsoft.ML.Tokenizers;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Counts tokens and trims to a number of them, with the vocabulary <c>o200k_base</c> of OpenAI's models since gpt-4o; for others an estimate.</summary>
internal sealed class TokenCounter
{
    /// <summary>What a message costs beside its text: its role and its ends.</summary>
    public const int MessageOverhead = 4;

    /// <summary>
    /// The longest text that is encoded in one piece. Longer ones are cut before a space, where no token reaches across; a text without spaces would
    /// otherwise take time by the square of its length: a megabyte of it would take half a minute in pieces of 4,096 characters.
    /// </summary>
    private const int Piece = 256;

    /// <summary>How the vocabulary's special tokens begin. In a text they are no tokens but plain characters, which is more of them; so they are cut in two.</summary>
    private const string Special = "<|endof";

    private static readonly Lazy<TiktokenTokenizer> Vocabulary = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    /// <summary>The one that all share; the vocabulary is read when the first text is counted.</summary>
    public static TokenCounter Shared { get; } = new();

    public int Count(ReadOnlySpan<char> text)
    {
        int tokens = 0;
        while (!text.IsEmpty)
        {
            int length = PieceOf(text);
            tokens += Vocabulary.Value.CountTokens(text[..length]);
            text = text[length..];
        }

        return tokens;
    }

    /// <summary>The tokens of a message with what its frame costs.</summary>
    public int CountMessage(ReadOnlySpan<char> text) => Count(text) + MessageOverhead;

    /// <summary>The longest beginning that has at most so many tokens and ends with a paragraph, else a sentence, else a token.</summary>
    /// <returns>Its length in characters; never in the middle of a surrogate pair.</returns>
    public int Fit(ReadOnlySpan<char> text, int budget)
    {
        int fits = Longest(text, budget);
        if (fits == text.Length)
        {
            return fits;
        }

        int cut = TextBoundary.Before(text[..fits]);
        return Count(text[..cut]) <= budget ? cut : fits;
    }

    /// <summary>The text itself where it fits, else its beginning as <see cref="Fit"/> measures it.</summary>
    public string Trim(string text, int budget)
    {
        int fits = Fit(text, budget);
        return fits == text.Length ? text : text[..fits];
    }

    private int Longest(ReadOnlySpan<char> text, int budget)
    {
        int done = 0;
        int left = Math.Max(budget, 0);
        while (done < text.Length && left > 0)
        {
            ReadOnlySpan<char> piece = text.Slice(done, PieceOf(text[done..]));
            int fits = Vocabulary.Value.GetIndexByTokenCount(piece, left, out _, out int used);
            left -= used;
            done += fits;
            if (fits < piece.Length)
            {
                break;
            }
        }

        return Settled(text, TextCut.At(text, done), budget);
    }

    /// <summary>A beginning may take more tokens than the text it was cut from, for it ends in the middle of one.</summary>
    private int Settled(ReadOnlySpan<char> text, int length, int budget)
    {
        while (length > 0 && Count(text[..length]) > budget)
        {
            length = TextCut.At(text, length - 1);
        }

        return length;
    }

    private static int PieceOf(ReadOnlySpan<char> text)
    {
        int length = text.Length;
        if (length > Piece)
        {
            int space = text[..Piece].LastIndexOf(' ');
            length = space > Piece / 2 ? space : TextCut.At(text, Piece);
        }

        int special = text[..length].IndexOf(Special);
        return special < 0 ? length : special + 2;
    }
}
