using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Text;

/// <summary>Joins lines of the same fate into runs.</summary>
internal sealed class DiffRuns
{
    private readonly List<(DiffKind Kind, List<string> Lines)> _runs = [];

    public void Add(DiffKind kind, ReadOnlySpan<string> lines)
    {
        if (lines.IsEmpty)
        {
            return;
        }

        if (_runs.Count == 0 || _runs[^1].Kind != kind)
        {
            _runs.Add((kind, []));
        }

        _runs[^1].Lines.AddRange(lines);
    }

    public IReadOnlyList<DiffRun> ToList() => [.. _runs.Select(run => new DiffRun(run.Kind, run.Lines))];
}
