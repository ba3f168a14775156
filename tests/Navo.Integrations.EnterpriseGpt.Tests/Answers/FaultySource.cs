using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

/// <summary>A source in memory with a fault at one stage of an answer.</summary>
internal sealed class FaultySource(InMemoryIntegration inner, FaultStage stage, FaultState state, SemaphoreSlim settled) : IIntegration
{
    public IntegrationName Name => inner.Name;

    public FaultState State => state;

    /// <summary>What of a page is malformed where it is wrong; null where it throws.</summary>
    public string? Malformed { get; init; }

    public async Task<SearchPage> SearchAsync(SearchQuery query, AccessContext reader, CancellationToken cancellationToken = default)
    {
        if (state != FaultState.Wrong || Malformed is null)
        {
            return await At(FaultStage.Search, () => inner.SearchAsync(query, reader, cancellationToken));
        }

        SearchPage page = await inner.SearchAsync(query, reader, cancellationToken);
        return Malformed switch
        {
            "title" => page with { Hits = [page.Hits[0] with { Title = null! }] },
            "id" => page with { Hits = [page.Hits[0] with { Id = default }] },
            "omitted" => page with { Omitted = null! },
            "hits" => page with { Hits = null! },
            _ => null!,
        };
    }

    public Task<KnowledgeContent> GetContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
        At(FaultStage.Content, () => inner.GetContentAsync(id, reader, cancellationToken));

    public Task<PermissionDecision> CheckPermissionsAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
        At(FaultStage.Permissions, () => inner.CheckPermissionsAsync(id, reader, cancellationToken));

    public Task<ContentMetadata> GetMetadataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) => inner.GetMetadataAsync(id, reader, cancellationToken);

    public Task<IntegrationHealth> CheckHealthAsync(CancellationToken cancellationToken = default) => inner.CheckHealthAsync(cancellationToken);

    public Task RefreshCredentialsAsync(CancellationToken cancellationToken = default) => inner.RefreshCredentialsAsync(cancellationToken);

    private async Task<T> At<T>(FaultStage here, Func<Task<T>> call)
    {
        if (here != stage)
        {
            return await call();
        }

        T? answer = state == FaultState.Well ? await call() : default;
        if (stage != FaultStage.Search || state == FaultState.Slow)
        {
            settled.Release(); // of the others it counts when their part of the search has arrived: ReportedSearch tells
        }

        if (state == FaultState.Slow)
        {
            return await new TaskCompletionSource<T>().Task;
        }

        if (answer is not null)
        {
            return answer;
        }

        throw state == FaultState.Down ? new UnavailableException("Down.") : new InvalidOperationException("secret");
    }
}
