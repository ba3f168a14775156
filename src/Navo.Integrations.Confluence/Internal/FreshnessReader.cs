using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Batching;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Reads freshness reports through the client's own door, so that gate, boundary and cache apply as to any call.</summary>
internal sealed class FreshnessReader(
    IConfluenceClient client,
    Func<ContentId, CancellationToken, Task<ViewCount>> countViews,
    TimeSpan threshold,
    TimeProvider time)
{
    private const int PageSize = 100;
    private const int ShortestId = 5;

    public async IAsyncEnumerable<BatchItem<ContentId, PageFreshness>> TrackAsync(
        FreshnessScope scope, AccessContext reader, FreshnessTracking tracking, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int before = 0;
        await foreach (IReadOnlyCollection<ContentId> ids in IdsAsync(scope, reader, cancellationToken).ConfigureAwait(false))
        {
            await foreach (BatchItem<ContentId, PageFreshness> item in BatchRunner
                .RunAsync(ids, (id, token) => ReadAsync(id, reader, tracking, token), tracking.Batch, cancellationToken).ConfigureAwait(false))
            {
                yield return item.Value is { } report
                    ? BatchItem<ContentId, PageFreshness>.Success(item.Key, before + item.Index, report)
                    : BatchItem<ContentId, PageFreshness>.Failure(item.Key, before + item.Index, item.Error!);
            }

            before += ids.Count;
        }
    }

    private async IAsyncEnumerable<IReadOnlyCollection<ContentId>> IdsAsync(FreshnessScope scope, AccessContext reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (scope.Ids is { } ids)
        {
            yield return ids;
            yield break;
        }

        string? continuation = null;
        do
        {
            SearchPage page = await client.SearchContentAsync(new CqlSearch(scope.Query!) { Limit = PageSize, Continuation = continuation }, reader, cancellationToken).ConfigureAwait(false);
            yield return [.. page.Hits.Select(static hit => hit.Id)];
            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    private async Task<PageFreshness> ReadAsync(ContentId id, AccessContext reader, FreshnessTracking tracking, CancellationToken cancellationToken)
    {
        ContentMetadata metadata = await client.GetMetadataAsync(id, reader, cancellationToken).ConfigureAwait(false);
        DateTimeOffset lastEdit = metadata.Modified ?? metadata.Created ?? throw new ProtocolException("The source does not say when the content was edited.");
        DateTimeOffset now = time.GetUtcNow();
        TimeSpan age = now > lastEdit ? now - lastEdit : TimeSpan.Zero;
        return new()
        {
            Metadata = metadata,
            LastEdit = lastEdit,
            Age = age,
            IsStale = age >= threshold,
            Owner = metadata.Owner ?? metadata.Author,
            LastMeaningfulEdit = tracking.IncludeMeaningfulEdits ? await LastMeaningfulEditAsync(id, reader, cancellationToken).ConfigureAwait(false) : null,
            Views = tracking.IncludeViews ? await countViews(id, cancellationToken).ConfigureAwait(false) : null,
            DeadLinks = tracking.IncludeDeadLinks ? await DeadLinksAsync(metadata, reader, cancellationToken).ConfigureAwait(false) : [],
        };
    }

    private async Task<DateTimeOffset?> LastMeaningfulEditAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        ContentVersion? last = null;
        await foreach (ContentVersion version in client.GetVersionsAsync(id, reader, cancellationToken).ConfigureAwait(false))
        {
            last = !version.IsMinorEdit && version.Number > (last?.Number ?? 0) ? version : last;
        }

        return last?.Created;
    }

    private async Task<IReadOnlyList<ResolvedLink>> DeadLinksAsync(ContentMetadata metadata, AccessContext reader, CancellationToken cancellationToken)
    {
        KnowledgeContent content = await client.GetContentAsync(metadata.Id, reader, cancellationToken).ConfigureAwait(false);
        string[] links = [.. content.Links.Select(link => AsText(link, metadata.Container.Key)).OfType<string>().Distinct(StringComparer.Ordinal)];
        IReadOnlyList<ResolvedLink> resolved = await client.ResolveLinksAsync(links, reader, cancellationToken).ConfigureAwait(false);
        return [.. resolved.Where(static link => link.Outcome == LinkOutcome.NotFound)];
    }

    /// <summary>The link as <see cref="IConfluenceClient.ResolveLinksAsync"/> takes it; null for what leads to no content.</summary>
    private static string? AsText(ContentLink link, string ownSpace) => link.Kind switch
    {
        ContentLinkKind.Address => link.Target,
        ContentLinkKind.Content when link.Target.Length >= ShortestId && link.Target.All(char.IsAsciiDigit) => link.Target,
        ContentLinkKind.Content => $"{link.Container ?? ownSpace}:{link.Target}",
        _ => null,
    };
}
