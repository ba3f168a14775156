using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The door: checks arguments, names the operation, hands over.</summary>
internal sealed partial class SharePointClient(
    IIntegrationPipeline pipeline,
    ReaderGate gate,
    SharePointSearch searches,
    SharePointReads reads,
    SharePointParts parts,
    ICredentialSource credentials,
    TimeProvider time) : ISharePointClient
{
    public IntegrationName Name => pipeline.Name;

    public Task<SearchPage> SearchAsync(SearchQuery query, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(reader);
        return searches.ByWordsAsync(query, reader, cancellationToken);
    }

    public Task<SearchPage> SearchDocumentsAsync(DocumentSearch search, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(reader);
        return searches.ByKqlAsync(search, reader, cancellationToken);
    }

    public Task<IReadOnlyList<DocumentCount>> CountDocumentsAsync(Kql query, string property, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentException.ThrowIfNullOrWhiteSpace(property);
        ArgumentNullException.ThrowIfNull(reader);
        IntegrationCall<IReadOnlyList<DocumentCount>> call = new(reader, token => searches.CountAsync(query, property, reader, token), query.ToString(), property);
        return pipeline.ExecuteAsync(SharePointOperations.CountDocuments, call, cancellationToken);
    }

    public Task<KnowledgeContent> GetContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
        reads.ContentAsync(id, reader, cancellationToken);

    public Task<ContentMetadata> GetMetadataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
        reads.MetadataAsync(id, reader, cancellationToken);

    public Task<SharePointItem> GetDocumentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
        reads.DocumentAsync(id, reader, cancellationToken);

    public Task<DocumentDownload> GetDocumentContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
        reads.DownloadAsync(id, null, reader, cancellationToken);

    public Task<DocumentText> GetDocumentTextAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
        reads.TextAsync(id, null, reader, cancellationToken);

    public Task<PermissionDecision> CheckPermissionsAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return gate.DecideAsync(id, reader, time, cancellationToken);
    }

    public Task<IntegrationHealth> CheckHealthAsync(CancellationToken cancellationToken = default) => parts.Health.CheckAsync(cancellationToken);

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
}
