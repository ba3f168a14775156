using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The door: checks arguments, names the operation, hands over.</summary>
internal sealed partial class ConfluenceClient(
    IIntegrationPipeline pipeline,
    IConfluenceDesk desk,
    ConfluenceReaders readers,
    AttachmentTransport transport,
    ITextExtractor? extractor,
    ICredentialSource credentials,
    Func<ConfluenceSettings> current,
    TimeProvider time) : IConfluenceClient
{
    public IntegrationName Name => pipeline.Name;

    private ReaderGate Gate => field ??= new(
        pipeline, new ConfluenceDecisions(desk, readers, current, new(pipeline.Name, string.Empty, time)).DecideAsync, ReaderGate.ChecksAtOnce(current().Options.Http));

    private GatedReads Gated => field ??= new(pipeline, Gate);

    private ConfluenceSearch Searches => field ??= new(Gated, desk, current);

    private ConfluenceReads Reads => field ??= new(Gated, new(pipeline), desk, current, time);

    public Task<SearchPage> SearchAsync(SearchQuery query, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(reader);
        return Searches.ByWordsAsync(query, reader, cancellationToken);
    }

    public Task<SearchPage> SearchContentAsync(CqlSearch search, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(reader);
        return Searches.ByCqlAsync(search, reader, cancellationToken);
    }

    public Task<KnowledgeContent> GetContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
        CloudAttachments.IsAttachment(id) ? AttachmentTexts.ReadAsync(id, reader, cancellationToken) : Reads.ContentAsync(id, reader, cancellationToken);

    public Task<ConfluencePage> GetPageContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
        Reads.PageAsync(id, reader, cancellationToken);

    public Task<ContentMetadata> GetMetadataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
        CloudAttachments.IsAttachment(id) ? AttachmentTexts.MetadataAsync(id, reader, cancellationToken) : Reads.MetadataAsync(id, reader, cancellationToken);

    public Task<PermissionDecision> CheckPermissionsAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Gate.DecideAsync(id, reader, time, cancellationToken);
    }

    public async IAsyncEnumerable<ConfluenceSpace> GetSpacesAsync(AccessContext reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (!reader.IsService)
        {
            throw new PermissionException("Which spaces a user may view is not established here; list them for the service.");
        }

        IntegrationCall<IReadOnlyList<ConfluenceSpace>> call = new(reader, SpacesAsync);
        foreach (ConfluenceSpace space in await pipeline.ExecuteAsync(ConfluenceOperations.GetSpaces, call, cancellationToken).ConfigureAwait(false))
        {
            yield return space;
        }
    }

    public async IAsyncEnumerable<ContentAncestor> GetChildrenAsync(ContentId id, AccessContext reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        await Reads.MetadataAsync(id, reader, cancellationToken).ConfigureAwait(false);
        IntegrationCall<IReadOnlyList<ContentAncestor>> call = new(reader, token => ChildrenAsync(id, reader, token), id.Value) { ItemId = id.Value };
        foreach (ContentAncestor child in await pipeline.ExecuteAsync(ConfluenceOperations.GetChildren, call, cancellationToken).ConfigureAwait(false))
        {
            yield return child;
        }
    }

    public Task<IntegrationHealth> CheckHealthAsync(CancellationToken cancellationToken = default) =>
        new ConfluenceHealth(pipeline, desk, current, time).CheckAsync(cancellationToken);

    public async Task RefreshCredentialsAsync(CancellationToken cancellationToken = default)
    {
        IntegrationCall<object> call = new(AccessContext.Service, async token =>
        {
            await credentials.RefreshAsync(refused: null, token).ConfigureAwait(false);
            pipeline.Forget();
            return this;
        });
        await pipeline.ExecuteAsync(IntegrationOperations.RefreshCredentials, call, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<ConfluenceSpace>> SpacesAsync(CancellationToken cancellationToken)
    {
        List<ConfluenceSpace> spaces = [];
        await foreach (ConfluenceSpace space in desk.GetSpacesAsync(current().Boundary.Keys, cancellationToken).ConfigureAwait(false))
        {
            spaces.Add(space);
        }

        return spaces;
    }

    private async Task<IReadOnlyList<ContentAncestor>> ChildrenAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        List<ContentAncestor> children = [];
        await foreach (ContentAncestor child in desk.GetChildrenAsync(id, cancellationToken).ConfigureAwait(false))
        {
            children.Add(child);
        }

        Trimmed<ContentAncestor> trimmed = await Gate.TrimItemsAsync(children, child => child.Id, reader, cancellationToken).ConfigureAwait(false);
        return trimmed.Failure is { } failure ? throw failure : trimmed.Items;
    }
}
