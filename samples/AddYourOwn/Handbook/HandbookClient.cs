using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Federation;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Pipeline;

namespace Handbook;

/// <summary>The door: checks the arguments, names the operation and hands over to the shared waist, gate and HTTP policy.</summary>
internal sealed class HandbookClient(IIntegrationPipeline pipeline, HandbookDesk desk, ICredentialSource credentials, TimeProvider time) : IIntegration, IFederatedSource
{
    private const int DefaultLimit = 25;
    private const int MaxLimit = 100;

    private readonly ReaderGate _gate = new(pipeline, desk.DecideAsync);

    public IntegrationName Name => pipeline.Name;

    /// <summary>Words are all that the handbook can search by; a federated search does not hand it anything else.</summary>
    public SourceAbilities Abilities { get; } = new() { Kinds = [ContentKind.Page], Scopes = [], Filters = [], MaxLimit = MaxLimit };

    private GatedReads Gated => field ??= new(pipeline, _gate);

    public Task<SearchPage> SearchAsync(SearchQuery query, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (Refusal(query) is { } refusal)
        {
            return Task.FromException<SearchPage>(new InvalidQueryException(refusal));
        }

        int limit = query.Limit ?? DefaultLimit;
        GatedSearch search = GatedSearch.Of((cursor, token) => desk.SearchAsync(query.Text, limit, cursor, token), query.Text, query.Continuation, query.Text, $"{limit}");
        return Gated.SearchAsync(IntegrationOperations.Search, reader, search, cancellationToken);
    }

    public Task<KnowledgeContent> GetContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
        Gated.ReadAsync(IntegrationOperations.GetContent, reader, new GatedRead<KnowledgeContent>(id, token => desk.ReadAsync(id, token)), cancellationToken);

    public Task<ContentMetadata> GetMetadataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
        Gated.ReadAsync(IntegrationOperations.GetMetadata, reader, new GatedRead<ContentMetadata>(id, async token => (await desk.ReadAsync(id, token).ConfigureAwait(false)).Metadata), cancellationToken);

    public Task<PermissionDecision> CheckPermissionsAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
        _gate.DecideAsync(id, reader, time, cancellationToken);

    public async Task<IntegrationHealth> CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        long start = time.GetTimestamp();
        IntegrationHealth Health(HealthState state, string description) =>
            new() { Integration = Name, Status = state, Description = description, ResponseTime = time.GetElapsedTime(start), LastCheck = time.GetUtcNow() };
        try
        {
            IntegrationCall<string> ping = new(AccessContext.Service, desk.PingAsync);
            return Health(HealthState.Healthy, await pipeline.ExecuteAsync(IntegrationOperations.CheckHealth, ping, cancellationToken).ConfigureAwait(false));
        }
        catch (IntegrationException failure)
        {
            return Health(HealthState.Unhealthy, failure.Message);
        }
    }

    public async Task RefreshCredentialsAsync(CancellationToken cancellationToken = default)
    {
        await credentials.RefreshAsync(refused: null, cancellationToken).ConfigureAwait(false);
        pipeline.Forget();
    }

    /// <summary>What can't be asked is refused: a filter that is passed over would find too much.</summary>
    private static string? Refusal(SearchQuery query)
    {
        bool isPlain = query is { Containers: [], Libraries: [], FileTypes: [], Labels: [], Authors: [], ModifiedSince: null, ModifiedBefore: null };
        return !isPlain || query.Kinds.Any(kind => kind != ContentKind.Page) ? "The handbook is searched by words alone."
            : query.Limit is < 1 or > MaxLimit ? $"A page of the handbook holds 1 to {MaxLimit} hits."
            : null;
    }
}
