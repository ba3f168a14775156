using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping;
using Navo.Integrations.Confluence.Mapping.Storage;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Reads of single items: within the boundary, behind the gate, rendered.</summary>
internal sealed class ConfluenceReads(GatedReads reads, InnerReads inner, IConfluenceDesk desk, Func<ConfluenceSettings> current, TimeProvider time)
{
    public async Task<KnowledgeContent> ContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        KnowledgeContent content = await RunAsync(IntegrationOperations.GetContent, id, reader, async (settings, token) => (await ReadAsync(id, settings, token).ConfigureAwait(false)).Content, cancellationToken).ConfigureAwait(false);
        return await FinishAsync(content, reader, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ConfluencePage> PageAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        ConfluencePage page = await RunAsync(ConfluenceOperations.GetPageContent, id, reader, async (settings, token) => RequireText(await ReadAsync(id, settings, token).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
        KnowledgeContent content = await FinishAsync(page.Content, reader, cancellationToken).ConfigureAwait(false);
        return ReferenceEquals(content, page.Content) ? page : page with { Content = content };
    }

    public async Task<ContentMetadata> MetadataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        ContentMetadata metadata = await RunAsync(IntegrationOperations.GetMetadata, id, reader, async (settings, token) => Finish(await desk.GetMetadataAsync(id, token).ConfigureAwait(false), settings), cancellationToken).ConfigureAwait(false);
        ReaderStates.Require(id, metadata.Status, reader);
        return metadata;
    }

    /// <summary>What depends on the reader and so must not be cached with the page.</summary>
    private Task<KnowledgeContent> FinishAsync(KnowledgeContent content, AccessContext reader, CancellationToken cancellationToken)
    {
        ReaderStates.Require(content.Metadata.Id, content.Metadata.Status, reader);
        PageBodies.RequireOwnText(content, reader);
        return content.Included.Count == 0
            ? Task.FromResult(content)
            : new PageIncludes(
                (id, included) => IncludedAsync(id, included, reader, cancellationToken),
                (key, title) => FindAsync(key, title, cancellationToken),
                current().Boundary).FillAsync(content);
    }

    private async Task<ContentId?> FindAsync(string spaceKey, string title, CancellationToken cancellationToken)
    {
        ContentId?[] found = await inner.MetadataAsync("title", $"{spaceKey}\n{title}", async token => (ContentId?[])[await desk.FindPageAsync(spaceKey, title, token).ConfigureAwait(false)], cancellationToken).ConfigureAwait(false);
        return found[0];
    }

    private async Task<KnowledgeContent> IncludedAsync(ContentId id, IncludedContent included, AccessContext reader, CancellationToken cancellationToken)
    {
        // Asked first, so that a check that fails looks like a refusal and tells nothing of whether there is such a page.
        if (!reader.IsService && !await reads.Gate.IsAllowedAsync(id, reader, cancellationToken).ConfigureAwait(false))
        {
            throw ReaderGate.AbsentOrNotVisible(id);
        }

        ConfluenceSettings settings = current();
        GatedRead<KnowledgeContent> read = included.IsExcerpt
            ? new(id, token => ExcerptAsync(id, included, settings, token), $"{settings.ReadKey}\nexcerpt\n{included.ExcerptName}")
            : new(id, async token => (await ReadAsync(id, settings, token).ConfigureAwait(false)).Content, settings.ReadKey);
        KnowledgeContent content = await reads.ReadAsync(IntegrationOperations.GetContent, reader, read, cancellationToken).ConfigureAwait(false);
        ReaderStates.Require(content.Metadata.Id, content.Metadata.Status, reader);
        PageBodies.RequireOwnText(content, reader);
        return content;
    }

    private async Task<KnowledgeContent> ExcerptAsync(ContentId id, IncludedContent included, ConfluenceSettings settings, CancellationToken cancellationToken)
    {
        ConfluenceItem item = await desk.GetItemAsync(id, includeAttachments: false, cancellationToken).ConfigureAwait(false);
        string excerpt = ExcerptSource.Find(item.Storage ?? string.Empty, included.ExcerptName) ?? throw ReaderGate.AbsentOrNotVisible(id);
        return PageContentMapping.ToPage(item with { Metadata = Finish(item.Metadata, settings), Storage = excerpt }).Content;
    }

    private Task<T> RunAsync<T>(
        IntegrationOperation operation,
        ContentId id,
        AccessContext reader,
        Func<ConfluenceSettings, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
        where T : class
    {
        ConfluenceSettings settings = current();
        return reads.ReadAsync(operation, reader, new GatedRead<T>(id, token => read(settings, token), settings.ReadKey), cancellationToken);
    }

    private async Task<ConfluencePage> ReadAsync(ContentId id, ConfluenceSettings settings, CancellationToken cancellationToken)
    {
        ConfluenceItem item = await desk.GetItemAsync(id, settings.Options.IncludeAttachments, cancellationToken).ConfigureAwait(false);
        ContentMetadata metadata = Finish(item.Metadata, settings);
        return await new PageBodies(desk).RenderAsync(item with { Metadata = metadata }, cancellationToken).ConfigureAwait(false);
    }

    private static ConfluencePage RequireText(ConfluencePage page) => NodeKinds.HasText(page.Content.Metadata.Kind)
        ? page
        : throw new InvalidQueryException($"The id belongs to a {page.Content.Metadata.Kind}, which has no body.") { Remedy = "Pass the id of a page or blog post, or use GetContentAsync." };

    private ContentMetadata Finish(ContentMetadata metadata, ConfluenceSettings settings)
    {
        settings.Boundary.Require(metadata);
        return FreshnessMapping.WithFreshness(metadata, settings.Options, time.GetUtcNow());
    }
}
