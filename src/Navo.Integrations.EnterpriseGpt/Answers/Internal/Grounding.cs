using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>From the question to the passages: analysis, search, texts, passages, and last the permissions.</summary>
internal sealed class Grounding(AnswerParts parts)
{
    public async Task<Grounds> PrepareAsync(KnowledgeQuestion question, AccessContext reader, KnowledgeAssistantOptions options, Spending spending, CancellationToken cancellationToken)
    {
        string asked = await parts.Rewriter.RewriteAsync(question, reader, options.HistoryTokens, spending, cancellationToken).ConfigureAwait(false);
        QueryAnalysis analysis = await AnalyzeAsync(asked, question.Tenant, reader, cancellationToken).ConfigureAwait(false);
        spending.Add(analysis.Usage, analysis.Cost);
        FoundItems found = await parts.Search.FindAsync(question, analysis, reader, options, cancellationToken).ConfigureAwait(false);
        ReadItems read = await parts.Contents.ReadAsync(found.Hits, reader, options, cancellationToken).ConfigureAwait(false);
        Dictionary<ItemKey, string> suspicious = Suspicious(read);
        IEnumerable<Passage> cut = read.Contents.SelectMany(c => parts.Cutter.Cut(c.Content, c.Rank, options)).Where(p => !options.ExcludeSuspicious || !suspicious.ContainsKey(p.Item));
        IReadOnlyList<Passage> ranked = PassageRanking.Rank(cut, asked);
        IReadOnlyDictionary<ItemKey, PermissionDecision> decisions = await DecideAsync(ranked, found.Alternatives, reader, options, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Passage> chosen = PassageRanking.Choose(ranked.Where(p => decisions[p.Item].IsAllowed), options);
        IEnumerable<Passage> refused = PassageRanking.Choose(ranked, options).Where(p => !decisions[p.Item].IsAllowed);
        return new()
        {
            Question = asked,
            Found = found,
            Read = read,
            Passages = chosen,
            Alternatives = Allowed(chosen, found.Alternatives, decisions),
            Decided = [.. chosen.Concat(refused).Select(p => Record(p, decisions[p.Item]))],
            Undecided = [.. ranked.Select(static p => p.Item).Distinct().Where(item => decisions[item].Outcome == PermissionOutcome.Unknown)],
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

    /// <summary>The items first, then the other places of their texts: these must not hold up what an answer rests on.</summary>
    private async Task<IReadOnlyDictionary<ItemKey, PermissionDecision>> DecideAsync(
        IReadOnlyList<Passage> ranked, ILookup<ItemKey, SearchHit> alternatives, AccessContext reader, KnowledgeAssistantOptions options, CancellationToken cancellationToken)
    {
        ItemKey[] items = [.. ranked.Select(static p => p.Item).Distinct()];
        return items.Length == 0
            ? new Dictionary<ItemKey, PermissionDecision>()
            : await parts.Permissions.CheckAsync([.. items.Union(items.SelectMany(item => alternatives[item]).Select(ItemKey.Of))], reader, options, cancellationToken).ConfigureAwait(false);
    }

    private static ILookup<ItemKey, SearchHit> Allowed(
        IReadOnlyList<Passage> chosen, ILookup<ItemKey, SearchHit> alternatives, IReadOnlyDictionary<ItemKey, PermissionDecision> decisions) => chosen
        .Select(static p => p.Item)
        .Distinct()
        .SelectMany(item => alternatives[item].Where(other => decisions[ItemKey.Of(other)].IsAllowed).Select(other => (Item: item, Other: other)))
        .ToLookup(static pair => pair.Item, static pair => pair.Other);

    private static Dictionary<ItemKey, string> Suspicious(ReadItems read)
    {
        Dictionary<ItemKey, string> suspicious = [];
        foreach (KnowledgeContent content in read.Contents.Select(static c => c.Content))
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
