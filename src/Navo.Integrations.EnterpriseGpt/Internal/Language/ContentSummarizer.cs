using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Summarizes texts of any length, and says what of them it read.</summary>
internal sealed class ContentSummarizer(AskModel ask, IPromptLibrary prompts, TokenCounter tokens, Func<EnterpriseGptOptions> current)
{
    /// <exception cref="InvalidQueryException">The text is blank, or a wish is out of bounds.</exception>
    public async Task<ContentSummary> SummarizeAsync(SummaryRequest request, AccessContext reader, CancellationToken cancellationToken)
    {
        SummaryRules.Check(request);
        SummaryBudget budget = SummaryBudget.Of(current());
        IReadOnlyList<TextSection> sections = SectionFinder.Find(request.Markdown, request.Sections);
        IReadOnlyList<TextChunk> chunks = new TextChunker(tokens).Split(request.Markdown, sections, budget.Chunk);
        int reachable = budget.Reachable(chunks.Count, request.MaxCalls);
        SummaryLedger ledger = new(chunks.Count);
        ledger.Mark(reachable, chunks.Count - 1, CoverageGap.Limit, GenerationOutcome.CutByTokenLimit);
        SummaryRun run = new(ask, new(request, reader, prompts, budget.Part), ledger, tokens)
        {
            Budget = budget,
            Text = i => request.Markdown[chunks[i].Start..chunks[i].End],
            Headings = (first, last) => HeadingsOf(sections, chunks[first].Pieces[0].Section, chunks[last].Pieces[^1].Section),
        };
        string text = await run.RunAsync(reachable, cancellationToken).ConfigureAwait(false);
        if (text.Length == 0)
        {
            ledger.ThrowFailure();
        }

        return Result(text, ledger, SummaryCoverage.Of(sections, chunks, ledger));
    }

    private static ContentSummary Result(string text, SummaryLedger ledger, CoverageReport coverage) => new()
    {
        Text = text,
        Outcome = ledger.Outcome,
        Coverage = coverage,
        Usage = ledger.Usage,
        Cost = ledger.Cost,
        Models = ledger.Models,
        PromptVersions = ledger.Prompts,
        BudgetWarnings = ledger.Warnings,
    };

    private static string HeadingsOf(IReadOnlyList<TextSection> sections, int first, int last)
    {
        string from = string.Join(" > ", sections[first].HeadingPath);
        string to = string.Join(" > ", sections[last].HeadingPath);
        return from == to ? from : $"{from} … {to}";
    }
}
