namespace Navo.Integrations.Benchmarks;

internal static class Table
{
    public static void Print(IReadOnlyList<Row> rows)
    {
        string[][] cells = [["what", "measured", "against", "ratio / spread", "target", "met"], .. rows.Select(r => new[] { r.What, r.Measured, r.Against, r.Ratio, r.Target, r.Target.Length == 0 ? "" : r.IsMet ? "yes" : "NO" })];
        int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(c => cells.Max(r => r[c].Length))];
        for (int i = 0; i < cells.Length; i++)
        {
            Console.WriteLine("| " + string.Join(" | ", cells[i].Select((c, n) => c.PadRight(widths[n]))) + " |");
            if (i == 0)
            {
                Console.WriteLine("|" + string.Join("|", widths.Select(w => new string('-', w + 2))) + "|");
            }
        }
    }
}
