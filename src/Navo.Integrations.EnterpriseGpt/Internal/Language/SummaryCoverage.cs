namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Turns what became of the chunks into what became of the sections.</summary>
internal static class SummaryCoverage
{
    public static CoverageReport Of(IReadOnlyList<TextSection> sections, IReadOnlyList<TextChunk> chunks, SummaryLedger ledger)
    {
        int[] total = new int[sections.Count];
        int[] read = new int[sections.Count];
        CoverageGap[] gaps = new CoverageGap[sections.Count];
        for (int i = 0; i < chunks.Count; i++)
        {
            CoverageGap gap = ledger.GapOf(i);
            foreach (TextPiece piece in chunks[i].Pieces)
            {
                total[piece.Section] += piece.Tokens;
                read[piece.Section] += gap is CoverageGap.None or CoverageGap.Cut ? piece.Tokens : 0;
                gaps[piece.Section] = gaps[piece.Section] == CoverageGap.None ? gap : gaps[piece.Section];
            }
        }

        SectionCoverage[] rows = [.. sections.Select((s, i) => new SectionCoverage(s.HeadingPath, total[i], read[i], gaps[i]))];
        return new(total.Sum(t => (long)t), read.Sum(r => (long)r), rows, ledger.Calls);
    }
}
