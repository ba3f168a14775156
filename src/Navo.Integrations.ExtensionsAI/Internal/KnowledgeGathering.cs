using Navo.Integrations.Abstractions;

namespace Navo.Integrations.ExtensionsAI.Internal;

/// <summary>From the question to the passages, all with the reader's rights. What may not be seen leaves no trace; what failed is named.</summary>
internal sealed class KnowledgeGathering(IFederatedSearch search, IIntegrationCatalog catalog, KnowledgeChatOptions options)
{
    private const int MaxParallel = 4;

    public async Task<GatheredKnowledge> GatherAsync(string question, AccessContext reader, CancellationToken cancellationToken)
    {
        string text = question.Length <= SearchQuery.MaxTextLength ? question : question[..TextCut.BehindWord(question, SearchQuery.MaxTextLength)];
        FederatedPage page = await search.SearchAsync(new(text) { Limit = options.MaxItems, Deadline = options.SearchTimeout }, reader, cancellationToken).ConfigureAwait(false);
        (KnowledgeContent? Content, string? Failed)[] read = await ReadAsync([.. page.Hits.Select(static hit => hit.Hit)], reader, cancellationToken).ConfigureAwait(false);
        IEnumerable<string> missing = FoundKnowledge.MissingFrom(page).Concat(read.Select(static r => r.Failed).OfType<string>());
        return new(
            [.. read.Select(static r => r.Content).OfType<KnowledgeContent>().Select((content, index) =>
                new ContextPassage(index + 1, content.Metadata, content.SourceVersion, SectionChoice.Cut(content, question, options.ItemLength)))],
            [.. missing.Distinct().Order(StringComparer.Ordinal)]);
    }

    private async Task<(KnowledgeContent? Content, string? Failed)[]> ReadAsync(SearchHit[] hits, AccessContext reader, CancellationToken cancellationToken)
    {
        using SemaphoreSlim room = new(MaxParallel);
        return await Task.WhenAll(hits.Select(async hit =>
        {
            await room.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await OneAsync(hit, reader, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                room.Release();
            }
        })).ConfigureAwait(false);
    }

    private async Task<(KnowledgeContent? Content, string? Failed)> OneAsync(SearchHit hit, AccessContext reader, CancellationToken cancellationToken)
    {
        try
        {
            return (await catalog[hit.Source.ToString()].GetContentAsync(hit.Id, reader, cancellationToken).ConfigureAwait(false), null);
        }
        catch (IntegrationException refused) when (refused is NotFoundException or PermissionException)
        {
            return default;
        }
        catch (IntegrationException)
        {
            return (null, hit.Source.ToString());
        }
    }
}
