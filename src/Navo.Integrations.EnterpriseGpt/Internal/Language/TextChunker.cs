namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Splits a text into chunks of at most so many tokens: at headings where it can, then at paragraphs, sentences and tokens. No character is lost.</summary>
internal sealed class TextChunker(TokenCounter tokens)
{
    /// <summary>Chunks in the order of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sections">Its sections, which together are the text.</param>
    /// <param name="budget">The most tokens of a chunk, at least 16.</param>
    public IReadOnlyList<TextChunk> Split(string text, IReadOnlyList<TextSection> sections, int budget)
    {
        List<TextChunk> chunks = [];
        List<TextPiece> open = [];
        int filled = 0;
        foreach (TextPiece piece in Pieces(text, sections, budget))
        {
            if (open.Count > 0 && filled + piece.Tokens > budget)
            {
                chunks.Add(new([.. open]));
                open.Clear();
                filled = 0;
            }

            open.Add(piece);
            filled += piece.Tokens;
        }

        if (open.Count > 0)
        {
            chunks.Add(new([.. open]));
        }

        return chunks;
    }

    private IEnumerable<TextPiece> Pieces(string text, IReadOnlyList<TextSection> sections, int budget)
    {
        for (int i = 0; i < sections.Count; i++)
        {
            int start = sections[i].Start;
            while (start < sections[i].End)
            {
                ReadOnlySpan<char> rest = text.AsSpan(start, sections[i].End - start);
                rest = rest[..TextCut.At(rest, Math.Min(rest.Length, Reach(budget)))];
                int length = Length(rest, budget);
                yield return new(i, start, length, tokens.Count(rest[..length]));
                start += length;
            }
        }
    }

    /// <summary>At least one character, or one pair, even where it has more tokens than the budget.</summary>
    private int Length(ReadOnlySpan<char> rest, int budget)
    {
        int fits = tokens.Fit(rest, budget);
        int least = rest.Length > 1 && char.IsSurrogatePair(rest[0], rest[1]) ? 2 : 1;
        return Math.Max(fits, least);
    }

    /// <summary>How far to look: the longest token has 128 characters, but no text has only those.</summary>
    private static int Reach(int budget) => budget * 16;
}
