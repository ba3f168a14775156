using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Carries out one summary: reads the chunks a few at a time, then joins what was said of them, round by round, until one text is left.</summary>
internal sealed class SummaryRun(AskModel ask, SummaryCalls calls, SummaryLedger ledger, TokenCounter tokens)
{
    private const int Parallelism = 4;

    public required SummaryBudget Budget { get; init; }

    /// <summary>The chunks' texts.</summary>
    public required Func<int, string> Text { get; init; }

    /// <summary>The headings that chunks cover, from one through another.</summary>
    public required Func<int, int, string> Headings { get; init; }

    /// <returns>The summary of the first so many chunks; empty where nothing came of it.</returns>
    public async Task<string> RunAsync(int chunks, CancellationToken cancellationToken)
    {
        if (chunks == 1)
        {
            return (await MapAsync(0, isFinal: true, cancellationToken).ConfigureAwait(false)).Text;
        }

        IReadOnlyList<SummaryPart> parts = await EachAsync(chunks, (i, token) => MapAsync(i, isFinal: false, token), cancellationToken).ConfigureAwait(false);
        bool isFinal = false;
        while (parts.Count > 0 && !isFinal)
        {
            SummaryPart[][] groups = [.. parts.Chunk(Budget.Group)];
            isFinal = groups.Length == 1;
            bool last = isFinal;
            parts = await EachAsync(groups.Length, (i, token) => ReduceAsync(groups[i], last, token), cancellationToken).ConfigureAwait(false);
        }

        return parts.Count > 0 ? parts[0].Text : string.Empty;
    }

    private static async Task<IReadOnlyList<SummaryPart>> EachAsync(int count, Func<int, CancellationToken, Task<SummaryPart>> work, CancellationToken cancellationToken)
    {
        SummaryPart[] parts = new SummaryPart[count];
        ParallelOptions options = new() { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, count, options, async (i, token) => parts[i] = await work(i, token).ConfigureAwait(false)).ConfigureAwait(false);
        return [.. parts.Where(p => p.Text.Length > 0)];
    }

    private Task<SummaryPart> MapAsync(int chunk, bool isFinal, CancellationToken cancellationToken) =>
        AskAsync(calls.Map(Text(chunk), Headings(chunk, chunk), isFinal), (chunk, chunk), isFinal, cancellationToken);

    private Task<SummaryPart> ReduceAsync(SummaryPart[] group, bool isFinal, CancellationToken cancellationToken)
    {
        ModelCall call = calls.Reduce([.. group.Select(p => (p.Text, Headings(p.First, p.Last)))], isFinal);
        return AskAsync(call, (group[0].First, group[^1].Last), isFinal, cancellationToken);
    }

    private async Task<SummaryPart> AskAsync(ModelCall call, (int First, int Last) span, bool isFinal, CancellationToken cancellationToken)
    {
        try
        {
            GeneratedResponse answer = await ask(call, cancellationToken).ConfigureAwait(false);
            ledger.Enter(answer, call.PromptVersion);
            return Judge(answer, span, isFinal);
        }
        catch (IntegrationException failure) when (failure is UnavailableException or ThrottledException or IntegrationTimeoutException or ProtocolException)
        {
            // One part less, and the coverage says so. A bad key or a spent budget would fail every call: those end the summary.
            ledger.Enter(failure, span.First, span.Last);
            return new(string.Empty, span.First, span.Last);
        }
    }

    private SummaryPart Judge(GeneratedResponse answer, (int First, int Last) span, bool isFinal)
    {
        CoverageGap gap = GapOf(answer);
        string text = gap is CoverageGap.None or CoverageGap.Cut ? answer.Text.Trim() : string.Empty;
        string kept = isFinal ? text : tokens.Trim(text, Budget.PartLimit);
        gap = gap == CoverageGap.None && kept.Length < text.Length ? CoverageGap.Cut : gap;
        if (gap != CoverageGap.None)
        {
            GenerationOutcome ownCut = text.Length > 0 ? GenerationOutcome.CutByTokenLimit : GenerationOutcome.Unknown;
            ledger.Mark(span.First, span.Last, gap, answer.IsComplete ? ownCut : answer.Outcome);
        }

        return new(kept, span.First, span.Last);
    }

    private static CoverageGap GapOf(GeneratedResponse answer) => answer.Outcome switch
    {
        GenerationOutcome.Completed => string.IsNullOrWhiteSpace(answer.Text) ? CoverageGap.Failed : CoverageGap.None,
        GenerationOutcome.Refused => CoverageGap.Refused,
        GenerationOutcome.ContentFiltered => CoverageGap.Filtered,
        GenerationOutcome.CutByBudget or GenerationOutcome.CutByTokenLimit => string.IsNullOrWhiteSpace(answer.Text) ? CoverageGap.Failed : CoverageGap.Cut,
        _ => CoverageGap.Failed,
    };
}
