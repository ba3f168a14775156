using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Federation;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>The door: checks arguments, names the operation, hands over.</summary>
internal sealed class EnterpriseGptClient(IIntegrationPipeline pipeline, ReaderGate gate, EnterpriseGptParts parts, ICredentialSource credentials, TimeProvider time)
    : IEnterpriseGptClient, IFederatedSource
{
    public IntegrationName Name => pipeline.Name;

    public SourceAbilities Abilities => VectorStoreAbilities.All;

    public Task<GeneratedResponse> GenerateResponseAsync(GenerateRequest request, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reader);
        return parts.Generation.GenerateAsync(request, reader, cancellationToken);
    }

    public IAsyncEnumerable<ResponseUpdate> StreamResponseAsync(GenerateRequest request, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reader);
        return parts.Streams.StreamAsync(request, reader, cancellationToken);
    }

    public Task<QueryAnalysis> AnalyzeQueryAsync(QueryAnalysisRequest request, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reader);
        return parts.Language.AnalyzeAsync(request, reader, cancellationToken);
    }

    public Task<ContentSummary> SummarizeContentAsync(SummaryRequest request, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reader);
        return parts.Language.SummarizeAsync(request, reader, cancellationToken);
    }

    public Task<UsageStats> GetUsageStatsAsync(UsageQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return pipeline.ExecuteAsync(EnterpriseGptOperations.GetUsageStats, new IntegrationCall<UsageStats>(AccessContext.Service, token => parts.Usage.ReadAsync(query, token)), cancellationToken);
    }

    public Task<DataRetention> GetDataRetentionAsync(CancellationToken cancellationToken = default) =>
        pipeline.ExecuteAsync(EnterpriseGptOperations.GetDataRetention, new IntegrationCall<DataRetention>(AccessContext.Service, parts.Administration.RetentionAsync), cancellationToken);

    public Task<SearchPage> SearchAsync(SearchQuery query, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(reader);
        return parts.Search.SearchAsync(query, reader, cancellationToken);
    }

    public Task<KnowledgeContent> GetContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return parts.Reads.ContentAsync(id, reader, cancellationToken);
    }

    public Task<ContentMetadata> GetMetadataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return parts.Reads.MetadataAsync(id, reader, cancellationToken);
    }

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
            await parts.Administration.RefreshAsync(token).ConfigureAwait(false);
            pipeline.Forget();
            return this;
        });
        await pipeline.ExecuteAsync(IntegrationOperations.RefreshCredentials, call, cancellationToken).ConfigureAwait(false);
    }
}
