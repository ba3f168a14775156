using System.Runtime.ExceptionServices;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Keeps the books of one summary: what was spent, and what became of each chunk. Calls report from several threads; the sums do not depend on their order.</summary>
internal sealed class SummaryLedger(int chunks)
{
    private readonly Lock _gate = new();
    private readonly (CoverageGap Gap, GenerationOutcome Outcome)[] _ends =
        [.. Enumerable.Repeat((CoverageGap.None, GenerationOutcome.Completed), chunks)];

    private readonly SortedSet<string> _models = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _prompts = new(StringComparer.Ordinal);
    private readonly Dictionary<BudgetScope, BudgetWarning> _warnings = [];
    private (int Chunk, ExceptionDispatchInfo Failure)? _failure;

    public TokenUsage Usage { get; private set; }

    public decimal? Cost { get; private set; } = 0m;

    public int Calls { get; private set; }

    public IReadOnlyList<string> Models => [.. _models];

    public IReadOnlyList<string> Prompts => [.. _prompts];

    public IReadOnlyList<BudgetWarning> Warnings => [.. _warnings.OrderBy(w => w.Key).Select(w => w.Value)];

    public CoverageGap GapOf(int chunk) => _ends[chunk].Gap;

    /// <summary>How it all ended: a failure counts most, else the first chunk that is not whole.</summary>
    public GenerationOutcome Outcome
    {
        get
        {
            int worst = Array.FindIndex(_ends, e => e.Gap == CoverageGap.Failed);
            worst = worst < 0 ? Array.FindIndex(_ends, e => e.Gap != CoverageGap.None) : worst;
            return worst < 0 ? GenerationOutcome.Completed : _ends[worst].Outcome;
        }
    }

    public void Enter(GeneratedResponse answer, string prompt)
    {
        bool isFresh = answer.Origin.Kind == ResultOriginKind.Source;
        lock (_gate)
        {
            Calls++;
            Usage += isFresh ? answer.Usage : default;
            Cost += isFresh ? answer.Cost : 0m;
            _models.Add(answer.Model);
            _prompts.Add(prompt);
            foreach (BudgetWarning warning in answer.BudgetWarnings)
            {
                bool isLater = !_warnings.TryGetValue(warning.Scope, out BudgetWarning? known) || known.Spent < warning.Spent;
                _warnings[warning.Scope] = isLater ? warning : known!;
            }
        }
    }

    /// <summary>A call that failed may have cost something; how much is not known.</summary>
    public void Enter(Exception failure, int first, int last)
    {
        lock (_gate)
        {
            Calls++;
            Cost = null;
            if (_failure is null || first < _failure.Value.Chunk)
            {
                _failure = (first, ExceptionDispatchInfo.Capture(failure));
            }
        }

        Mark(first, last, CoverageGap.Failed, GenerationOutcome.Unknown);
    }

    /// <summary>Says that chunks are not in the summary, or not whole. The first reason of a chunk that lost its text counts.</summary>
    public void Mark(int first, int last, CoverageGap gap, GenerationOutcome outcome)
    {
        lock (_gate)
        {
            for (int i = first; i <= last; i++)
            {
                _ends[i] = _ends[i].Gap is CoverageGap.None or CoverageGap.Cut ? (gap, outcome) : _ends[i];
            }
        }
    }

    /// <summary>Where there is nothing to hand out, what failed says it best.</summary>
    public void ThrowFailure() => _failure?.Failure.Throw();
}
