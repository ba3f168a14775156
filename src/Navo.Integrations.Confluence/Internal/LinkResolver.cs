using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping;
using Navo.Integrations.Core.Batching;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Resolves links for one reader through the client's own door, so that gate, boundary and cache apply as to any call.</summary>
internal sealed class LinkResolver(IConfluenceClient client, Uri site, AccessContext reader)
{
    private const int IdsInOneSearch = 100;
    private const int TitlesInOneSearch = 20;

    private readonly Dictionary<string, ResolvedLink> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Space, string Title, bool IsBlogPost), ResolvedLink> _byTitle = [];

    public async Task<IReadOnlyList<ResolvedLink>> ResolveAsync(IReadOnlyCollection<string> links, CancellationToken cancellationToken)
    {
        LinkParser parser = new(site);
        (string Link, LinkTarget Target)[] targets = [.. links.Select(link => (link ?? string.Empty, parser.Parse(link ?? string.Empty)))];
        await FindIdsAsync([.. Of(LinkTargetKind.Content).Concat(Of(LinkTargetKind.Attachment)).Select(t => t.Id!).Distinct()], cancellationToken).ConfigureAwait(false);
        await FindTitlesAsync([.. Of(LinkTargetKind.Title).Select(KeyOf).Distinct()], cancellationToken).ConfigureAwait(false);
        List<ResolvedLink> resolved = new(targets.Length);
        foreach ((string link, LinkTarget target) in targets)
        {
            ResolvedLink found = await OfAsync(target, cancellationToken).ConfigureAwait(false);
            resolved.Add(found with { Link = link, Anchor = target.Anchor });
        }

        return resolved;

        IEnumerable<LinkTarget> Of(LinkTargetKind kind) => targets.Select(t => t.Target).Where(t => t.Kind == kind);
    }

    private async Task<ResolvedLink> OfAsync(LinkTarget target, CancellationToken cancellationToken) => target.Kind switch
    {
        LinkTargetKind.Content => _byId[target.Id!],
        LinkTargetKind.Title => _byTitle[KeyOf(target)],
        LinkTargetKind.Attachment => await AttachmentAsync(_byId[target.Id!], target, cancellationToken).ConfigureAwait(false),
        LinkTargetKind.Person => Outcome(LinkOutcome.Person) with { Person = PersonOf(target.Id!) },
        LinkTargetKind.External => Outcome(LinkOutcome.External),
        _ => Outcome(LinkOutcome.Unrecognized) with { Detail = target.Problem },
    };

    /// <summary>One search for many ids; what the index does not know is read singly, for it may be new, archived or of another kind.</summary>
    private async Task FindIdsAsync(string[] ids, CancellationToken cancellationToken)
    {
        foreach (string[] chunk in ids.Chunk(IdsInOneSearch))
        {
            try
            {
                Cql query = Cql.Id.In([.. chunk.Select(id => new ContentId(id))]);
                foreach (SearchHit hit in await HitsAsync(query, cancellationToken).ConfigureAwait(false))
                {
                    _byId[hit.Id.Value] = Found(hit);
                }
            }
            catch (IntegrationException)
            {
                // One id can spoil the search for all of them; read singly, each says for itself what is wrong.
            }
        }

        ContentId[] unknown = [.. ids.Where(id => !_byId.ContainsKey(id)).Select(id => new ContentId(id))];
        await foreach (BatchItem<ContentId, ContentMetadata> item in BatchRunner.RunAsync(unknown, (id, token) => client.GetMetadataAsync(id, reader, token), options: null, cancellationToken).ConfigureAwait(false))
        {
            _byId[item.Key.Value] = item.Value is { } metadata ? Found(metadata) : Failed(item.Error!);
        }
    }

    /// <summary>A title is that of a page, or else of a blog post; files and comments bear names too.</summary>
    private async Task FindTitlesAsync((string Space, string Title, bool IsBlogPost)[] titles, CancellationToken cancellationToken)
    {
        foreach ((string Space, string Title, bool IsBlogPost)[] chunk in titles.Chunk(TitlesInOneSearch))
        {
            try
            {
                Cql named = chunk.Select(t => Cql.Space.Is(t.Space) & Cql.Title.Is(t.Title)).Aggregate((one, other) => one | other);
                List<SearchHit> hits = await HitsAsync(Cql.Type.In(CqlContentType.Page, CqlContentType.BlogPost) & named, cancellationToken).ConfigureAwait(false);
                foreach (SearchHit hit in hits.OrderBy(hit => hit.Kind == ContentKind.BlogPost))
                {
                    _byTitle.TryAdd(KeyOf(hit.Container?.Key, hit.Title, hit.Kind == ContentKind.BlogPost), Found(hit));
                    _byTitle.TryAdd(KeyOf(hit.Container?.Key, hit.Title, isBlogPost: false), Found(hit));
                }
            }
            catch (IntegrationException failure)
            {
                Array.ForEach(chunk, t => _byTitle.TryAdd(t, Failed(failure)));
            }
        }

        Array.ForEach(titles, t => _byTitle.TryAdd(t, Outcome(LinkOutcome.NotFound)));
    }

    private async Task<ResolvedLink> AttachmentAsync(ResolvedLink page, LinkTarget target, CancellationToken cancellationToken)
    {
        if (page.Outcome != LinkOutcome.Found)
        {
            return page;
        }

        try
        {
            await foreach (ContentAttachment attachment in client.GetAttachmentsAsync(page.Id!.Value, reader, cancellationToken).ConfigureAwait(false))
            {
                if (attachment.FileName == target.Name)
                {
                    return page with { Id = attachment.Id, Kind = ContentKind.Attachment, Title = attachment.FileName, WebAddress = attachment.WebAddress };
                }
            }

            return Outcome(LinkOutcome.NotFound);
        }
        catch (IntegrationException failure)
        {
            return Failed(failure);
        }
    }

    private async Task<List<SearchHit>> HitsAsync(Cql query, CancellationToken cancellationToken)
    {
        List<SearchHit> hits = [];
        string? continuation = null;
        do
        {
            SearchPage page = await client.SearchContentAsync(new CqlSearch(query) { Limit = IdsInOneSearch, Continuation = continuation }, reader, cancellationToken).ConfigureAwait(false);
            hits.AddRange(page.Hits);
            continuation = page.Continuation;
        }
        while (continuation is not null);

        return hits;
    }

    private static PrincipalId? PersonOf(string id)
    {
        bool isAccount = id.Contains(':', StringComparison.Ordinal) || (id.Length == 24 && id.All(char.IsAsciiHexDigit));
        try
        {
            return new(isAccount ? PrincipalSchemes.AtlassianAccount : PrincipalSchemes.ConfluenceUsername, id);
        }
        catch (InvalidQueryException)
        {
            return null;
        }
    }

    private static (string Space, string Title, bool IsBlogPost) KeyOf(LinkTarget target) => KeyOf(target.Space, target.Name!, target.IsBlogPost);

    private static (string Space, string Title, bool IsBlogPost) KeyOf(string? space, string title, bool isBlogPost) =>
        ((space ?? string.Empty).ToUpperInvariant(), title.ToUpperInvariant(), isBlogPost);

    private static ResolvedLink Outcome(LinkOutcome outcome) => new() { Link = string.Empty, Outcome = outcome };

    private static ResolvedLink Failed(IntegrationException failure) => failure is NotFoundException or InvalidQueryException
        ? Outcome(LinkOutcome.NotFound)
        : Outcome(LinkOutcome.Failed) with { Error = failure };

    private static ResolvedLink Found(SearchHit hit) => Outcome(LinkOutcome.Found) with
    {
        Id = hit.Id,
        Kind = hit.Kind,
        Title = hit.Title,
        SpaceKey = hit.Container?.Key,
        WebAddress = hit.WebAddress,
    };

    private static ResolvedLink Found(ContentMetadata metadata) => Outcome(LinkOutcome.Found) with
    {
        Id = metadata.Id,
        Kind = metadata.Kind,
        Title = metadata.Title,
        SpaceKey = metadata.Container.Key,
        WebAddress = metadata.WebAddress,
    };
}
