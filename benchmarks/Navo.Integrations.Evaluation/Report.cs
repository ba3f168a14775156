using System.Globalization;

namespace Navo.Integrations.Evaluation;

/// <summary>The figures of a run, each with its floor: a little below what was measured when it was set.</summary>
public static class Report
{
    /// <summary>The figures.</summary>
    /// <param name="asked">The questions with what came of them.</param>
    /// <returns>One for each line of the table.</returns>
    public static IReadOnlyList<Figure> Figures(IReadOnlyList<AskedQuestion> asked)
    {
        AskedQuestion[] known = [.. asked.Where(q => q.Question.IsAnswerable)];
        AskedQuestion[] unknown = [.. asked.Where(q => !q.Question.IsAnswerable)];
        int quotes = asked.Sum(q => q.Quotes);
        return
        [
            new("retrieval recall@10", Share(known.Sum(q => q.Recall), known.Length), known.Length, 0.9),
            new("citation precision: checked quotes of the right items", Share(asked.Sum(q => q.RightQuotes), quotes), quotes, 0.85),
            new("answers that hold the right words", Share(known.Count(q => q.HoldsPhrase), known.Length), known.Length, 0.88),
            new("\"don't know\" accuracy: said where there is no answer, and only there", Share(unknown.Count(q => q.IsUnknown) + known.Count(q => !q.IsUnknown), asked.Count), asked.Count, 0.92),
            new("\"don't know\" where there is no answer for the reader", Share(unknown.Count(q => q.IsUnknown), unknown.Length), unknown.Length, 0.85),
            new("passages that reached a reader who may not see them", asked.Sum(q => q.Leaks.Count), asked.Count, 0, IsCeiling: true),
        ];
    }

    /// <summary>The table.</summary>
    /// <param name="figures">The figures.</param>
    /// <returns>Its lines.</returns>
    public static IEnumerable<string> Table(IEnumerable<Figure> figures)
    {
        string[][] cells = [["what", "measured", "of", "floor", "met"], .. figures.Select(Cells)];
        int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(c => cells.Max(r => r[c].Length))];
        string Line(string[] row) => $"| {string.Join(" | ", row.Select((cell, n) => cell.PadRight(widths[n])))} |";
        return [Line(cells[0]), $"|{string.Join('|', widths.Select(width => new string('-', width + 2)))}|", .. cells.Skip(1).Select(Line)];
    }

    /// <summary>What a question missed, in one line.</summary>
    /// <param name="asked">The question.</param>
    /// <returns>The line.</returns>
    public static string Miss(AskedQuestion asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        string expected = asked.Question.Unknown ?? $"{string.Join(", ", asked.Question.Items)}: {asked.Question.Phrase}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{asked.Question.Id} {asked.Question.Reader}: {asked.Question.Text} [{expected}] {asked.Answer.Outcome}, recall {asked.Recall:0.##}, quotes {asked.RightQuotes}/{asked.Quotes}, leaks {string.Join(", ", asked.Leaks)}, missing {string.Join(", ", asked.Answer.Reports.Where(r => !r.IsComplete).Select(r => $"{r.Source} {r.Status} {r.Detail} {r.Error?.Message}"))}: {asked.Answer.Text.ReplaceLineEndings(" ")}");
    }

    private static string[] Cells(Figure figure) =>
    [
        figure.What,
        figure.IsCeiling ? figure.Value.ToString("0", CultureInfo.InvariantCulture) : figure.Value.ToString("0.000", CultureInfo.InvariantCulture),
        figure.Of.ToString(CultureInfo.InvariantCulture),
        figure.IsCeiling ? $"at most {figure.Bound.ToString("0", CultureInfo.InvariantCulture)}" : figure.Bound.ToString("0.00", CultureInfo.InvariantCulture),
        figure.IsMet ? "yes" : "NO",
    ];

    private static double Share(double part, int whole) => whole == 0 ? 1 : part / whole;
}
