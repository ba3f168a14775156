using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Text;

/// <summary>The shortest way from one list of lines to another.</summary>
/// <remarks>Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986): the greedy search over diagonals, bounded in its length.</remarks>
internal static class LineDiff
{
    /// <summary>The changed lines up to which the shortest way is sought: it bounds the memory to about 16 MB.</summary>
    private const int MaxChanges = 2_000;

    public static (IReadOnlyList<DiffRun> Runs, bool IsCoarse) Compare(string from, string to)
    {
        string[] a = Lines(from);
        string[] b = Lines(to);
        int shortest = Math.Min(a.Length, b.Length);
        int head = 0;
        while (head < shortest && a[head] == b[head])
        {
            head++;
        }

        int tail = 0;
        while (tail < shortest - head && a[^(tail + 1)] == b[^(tail + 1)])
        {
            tail++;
        }

        DiffRuns runs = new();
        runs.Add(DiffKind.Unchanged, a.AsSpan(0, head));
        bool isCoarse = !TryAddChanges(runs, a.AsMemory(head, a.Length - head - tail), b.AsMemory(head, b.Length - head - tail));
        runs.Add(DiffKind.Unchanged, a.AsSpan(a.Length - tail, tail));
        return (runs.ToList(), isCoarse);
    }

    private static bool TryAddChanges(DiffRuns runs, ReadOnlyMemory<string> a, ReadOnlyMemory<string> b)
    {
        if (Trace(a.Span, b.Span) is not { } trace)
        {
            runs.Add(DiffKind.Removed, a.Span);
            runs.Add(DiffKind.Added, b.Span);
            return false;
        }

        foreach ((DiffKind kind, int index) in Backtrack(trace, a.Length, b.Length))
        {
            runs.Add(kind, kind == DiffKind.Added ? b.Span.Slice(index, 1) : a.Span.Slice(index, 1));
        }

        return true;
    }

    /// <summary>For each number of changes, how far each diagonal reached before it; null where the bound was met first.</summary>
    private static List<int[]>? Trace(ReadOnlySpan<string> a, ReadOnlySpan<string> b)
    {
        List<int[]> trace = [];
        int[] reached = [0, 0, 0];                       // of the diagonals -1, 0 and 1
        for (int changes = 0; changes <= Math.Min(MaxChanges, a.Length + b.Length); changes++)
        {
            trace.Add(reached);
            int[] next = new int[(2 * changes) + 5];     // of the diagonals -(changes + 2) up to changes + 2
            for (int diagonal = -changes; diagonal <= changes; diagonal += 2)
            {
                int x = Start(reached, diagonal, changes);
                int y = x - diagonal;
                while (x < a.Length && y < b.Length && a[x] == b[y])
                {
                    x++;
                    y++;
                }

                next[diagonal + changes + 2] = x;
                if (x >= a.Length && y >= b.Length)
                {
                    return trace;
                }
            }

            reached = next;
        }

        return null;
    }

    /// <summary>Where the way on a diagonal begins: one line down from the diagonal above, or one to the right from the one below.</summary>
    private static int Start(int[] reached, int diagonal, int changes) =>
        IsInsertion(reached, diagonal, changes) ? At(reached, diagonal + 1, changes) : At(reached, diagonal - 1, changes) + 1;

    private static bool IsInsertion(int[] reached, int diagonal, int changes) =>
        diagonal == -changes || (diagonal != changes && At(reached, diagonal - 1, changes) < At(reached, diagonal + 1, changes));

    private static int At(int[] reached, int diagonal, int changes) => reached[diagonal + changes + 1];

    private static IEnumerable<(DiffKind Kind, int Index)> Backtrack(List<int[]> trace, int x, int y)
    {
        Stack<(DiffKind, int)> steps = new();
        for (int changes = trace.Count - 1; changes >= 0; changes--)
        {
            int[] reached = trace[changes];
            int diagonal = x - y;
            bool isInsertion = IsInsertion(reached, diagonal, changes);
            int startX = changes == 0 ? 0 : Start(reached, diagonal, changes);
            for (; x > startX; x--, y--)
            {
                steps.Push((DiffKind.Unchanged, x - 1));
            }

            if (changes > 0)
            {
                steps.Push(isInsertion ? (DiffKind.Added, --y) : (DiffKind.Removed, --x));
            }
        }

        return steps;
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');
}
