using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>From the question to the passages: analysis, search, texts, permissions, and last the passages.</summary>
internal sealed class Grounding(AnswerParts parts)
{
    public async Task<Grounds> PrepareAsync(KnowledgeQuestion question, AccessContext reader, KnowledgeAssistantOptions options, Spending spending, CancellationToken cancellationToken)
    {
        string asked = await parts.Rewriter.RewriteAsync(question, reader, options.HistoryTokens, spending, cancellationToken).ConfigureAwait(false);
        QueryAnalysis analysis = await AnalyzeAsync(asked, question.Tenant, reader, cancellationToken).ConfigureAwait(false);
        spending.Add(analysis.Usage, analysis.Cost);
        FoundItems found = await parts.Search.FindAsync(question, analysis, reader, options, cancellationToken).ConfigureAwait(false);
        QuestionFilter filter = new(question, found.Reports);
        GatheredItems gathered = await new ItemGathering(parts.Contents, parts.Permissions).GatherAsync(found, filter, reader, options, cancellationToken).ConfigureAwait(false);
        SearchHit[] visible = [.. ItemGathering.Visible(found, gathered).Where(hit => !filter.IsOpen(hit.Source) || gathered.IsUsable(hit))];
        return Choose(asked, found, gathered, options) with
        {
            Hits = visible,
            Reports = [.. found.Reports.Select(r => r.ForReader() with { HitCount = visible.Count(hit => hit.Source == r.Source) })],
        };
    }

    private Grounds Choose(string asked, FoundItems found, GatheredItems gathered, KnowledgeAssistantOptions options)
    {
        Dictionary<ItemKey, string> suspicious = Suspicious(gathered.Read);
        IEnumerable<Passage> cut = gathered.Read.Items.SelectMany(i => parts.Cutter.Cut(i, options)).Where(p => !options.ExcludeSuspicious || !suspicious.ContainsKey(p.Item));
        IReadOnlyList<Passage> ranked = PassageRanking.Rank(cut, asked);
        IReadOnlyList<Passage> chosen = PassageRanking.Choose(ranked.Where(p => gathered.IsAllowed(p.Item)), options);
        IEnumerable<Passage> refused = PassageRanking.Choose(ranked, options).Where(p => !gathered.IsAllowed(p.Item));
        return new()
        {
            Question = asked,
            Unread = [.. gathered.Read.Unread.Where(u => gathered.IsAllowed(u.Key))],
            Undecided = [.. gathered.Decisions.Where(static d => d.Value.Reason == PermissionReason.SourceFailed).Select(static d => d.Key.Source).Distinct()],
            Passages = chosen,
            Alternatives = Allowed(chosen, found, gathered),
            Decided = [.. chosen.Concat(refused).Select(p => Record(p, gathered.Decisions[p.Item]))],
            Suspicious = suspicious,
        };
    }

    /// <summary>Fixed rules take the question apart where the model can't, whatever the reason.</summary>
    private async Task<QueryAnalysis> AnalyzeAsync(string question, string? tenant, AccessContext reader, CancellationToken cancellationToken)
    {
        try
        {
            return parts.Client is null
                ? DeterministicAnalyzer.Analyze(question, parts.Time.GetUtcNow())
                : await parts.Client.AnalyzeQueryAsync(new(question) { Tenant = tenant }, reader, cancellationToken).ConfigureAwait(false);
        }
        catch (IntegrationException failure) when (failure is not InvalidQueryException)
        {
            return DeterministicAnalyzer.Analyze(question, parts.Time.GetUtcNow());
        }
    }

    private static ILookup<ItemKey, SearchHit> Allowed(IReadOnlyList<Passage> chosen, FoundItems found, GatheredItems gathered) => chosen
        .Select(static p => p.Item)
        .Distinct()
        .SelectMany(item => found.Alternatives[item].Where(other => gathered.IsAllowed(ItemKey.Of(other))).Select(other => (Item: item, Other: other)))
        .ToLookup(static pair => pair.Item, static pair => pair.Other);

    private static Dictionary<ItemKey, string> Suspicious(ReadItems read)
    {
        Dictionary<ItemKey, string> suspicious = [];
        foreach (KnowledgeContent content in read.Items.Select(static i => i.Content))
        {
            if (InstructionDetector.Find($"{content.Metadata.Title}\n{content.Markdown}") is { } reason)
            {
                suspicious[new(content.Metadata.Source, content.Metadata.Id)] = reason;
            }
        }

        return suspicious;
    }

    private static AnswerRecordPassage Record(Passage passage, PermissionDecision decision) =>
        new(passage.Item.ToString(), passage.Version, passage.Start, decision.Outcome, decision.Reason, decision.CheckedAt);
}
