using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Reads the texts of hits with the reader's rights, several at once. One that fails is reported and fails nothing else.</summary>
internal sealed class ContentReader(IIntegrationCatalog catalog, CacheInvalidation invalidation, TimeProvider time)
{
    public async Task<ReadItems> ReadAsync(IReadOnlyList<SearchHit> hits, AccessContext reader, KnowledgeAssistantOptions options, CancellationToken cancellationToken)
    {
        using SemaphoreSlim room = new(options.MaxParallel);
        BatchItem<ContentId, KnowledgeContent>[] items = await Task.WhenAll(hits.Select(async (hit, rank) =>
        {
            await room.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await OneAsync(hit, rank).ConfigureAwait(false);
            }
            finally
            {
                room.Release();
            }
        })).ConfigureAwait(false);
        return new([.. items.Where(static i => i.Value is not null).Select(static i => (i.Value!, i.Index))], [.. items.Where(static i => i.Value is null)]);

        async Task<BatchItem<ContentId, KnowledgeContent>> OneAsync(SearchHit hit, int rank)
        {
            using CancellationTokenSource bound = new(options.ContentTimeout, time);
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellationToken);
            try
            {
                return BatchItem<ContentId, KnowledgeContent>.Success(hit.Id, rank, await LatestAsync(hit, reader, either.Token).ConfigureAwait(false));
            }
            catch (IntegrationException failure)
            {
                return BatchItem<ContentId, KnowledgeContent>.Failure(hit.Id, rank, failure);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return BatchItem<ContentId, KnowledgeContent>.Failure(hit.Id, rank, new IntegrationTimeoutException("The text did not come in time."));
            }
            catch (Exception strange) when (strange is not OperationCanceledException)
            {
                return BatchItem<ContentId, KnowledgeContent>.Failure(hit.Id, rank, new ProtocolException($"The integration threw {strange.GetType().Name}, which is none of its errors.", strange));
            }
        }
    }

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
