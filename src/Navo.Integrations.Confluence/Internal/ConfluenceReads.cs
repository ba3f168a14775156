using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Reads of single items: within the boundary, behind the gate, rendered.</summary>
internal sealed class ConfluenceReads(GatedReads reads, IConfluenceDesk desk, Func<ConfluenceSettings> current, TimeProvider time)
{
    public Task<KnowledgeContent> ContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken) =>
        RunAsync(IntegrationOperations.GetContent, id, reader, async (settings, token) => (await ReadAsync(id, settings, token).ConfigureAwait(false)).Content, cancellationToken);

    public Task<ConfluencePage> PageAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken) =>
        RunAsync(ConfluenceOperations.GetPageContent, id, reader, async (settings, token) => RequireText(await ReadAsync(id, settings, token).ConfigureAwait(false)), cancellationToken);

    public Task<ContentMetadata> MetadataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken) =>
        RunAsync(IntegrationOperations.GetMetadata, id, reader, async (settings, token) => Finish(await desk.GetMetadataAsync(id, token).ConfigureAwait(false), settings), cancellationToken);

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
