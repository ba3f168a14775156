using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Reads the texts of hits with the reader's rights, several at once. One that fails is reported and fails nothing else.</summary>
internal sealed class ContentReader(IIntegrationCatalog catalog, CacheInvalidation invalidation, TimeProvider time)
{
    private readonly OriginLabels _labels = new(catalog);

    /// <param name="hits">The hits, each with its rank.</param>
    /// <param name="filter">What the question asks of an item.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ReadItems> ReadAsync(IReadOnlyList<(SearchHit Hit, int Rank)> hits, QuestionFilter filter, AccessContext reader, KnowledgeAssistantOptions options, CancellationToken cancellationToken)
    {
        using SemaphoreSlim room = new(options.MaxParallel);
        (ReadItem? Read, UnreadItem? Unread)[] items = await Task.WhenAll(hits.Select(async hit =>
        {
            await room.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await OneAsync(hit.Hit, hit.Rank).ConfigureAwait(false);
            }
            finally
            {
                room.Release();
            }
        })).ConfigureAwait(false);
        return new([.. items.Select(static i => i.Read).OfType<ReadItem>()], [.. items.Select(static i => i.Unread).OfType<UnreadItem>()]);

        async Task<(ReadItem? Read, UnreadItem? Unread)> OneAsync(SearchHit hit, int rank)
        {
            using CancellationTokenSource bound = new(options.ContentTimeout, time);
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellationToken);
            try
            {
                return (await LabelledAsync(hit, rank, either.Token).ConfigureAwait(false), null);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                return (null, new(hit, BatchItem<ContentId, KnowledgeContent>.Failure(hit.Id, rank, Known(failure))));
            }
        }

        async Task<ReadItem?> LabelledAsync(SearchHit hit, int rank, CancellationToken token)
        {
            KnowledgeContent content = await LatestAsync(hit, reader, token).ConfigureAwait(false);
            bool matter = options.Sensitivity.Count > 0 || filter.NeedsLabels;
            IReadOnlyList<string>? labels = matter ? await _labels.OfAsync(content.Metadata, reader, token).ConfigureAwait(false) : [];
            cancellationToken.ThrowIfCancellationRequested();
            return filter.Keeps(hit.Source, content.Metadata, labels) ? new(hit, content, rank, SensitivityRules.Of(labels, options)) : null;
        }
    }

    private static IntegrationException Known(Exception failure) => failure switch
    {
        IntegrationException known => known,
        OperationCanceledException => new IntegrationTimeoutException("The text did not come in time."),
        _ => new ProtocolException($"The integration threw {failure.GetType().Name}, which is none of its errors.", failure),
    };

    /// <summary>A text that was kept of another version than the search names is read anew.</summary>
    private async Task<KnowledgeContent> LatestAsync(SearchHit hit, AccessContext reader, CancellationToken cancellationToken)
    {
        IIntegration integration = catalog[hit.Source.ToString()];
        KnowledgeContent content = await integration.GetContentAsync(hit.Id, reader, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
        if (hit.Version is null || hit.Version == content.SourceVersion || content.Origin.Kind == ResultOriginKind.Source)
        {
            return content;
        }

        invalidation.ItemChanged(hit.Source, hit.Id);
        return await integration.GetContentAsync(hit.Id, reader, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
