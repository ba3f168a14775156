using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

/// <summary>A source in memory behind the gate of a real integration, which keeps decisions for minutes.</summary>
internal sealed class KeptDecisions : IIntegration
{
    private readonly InMemoryIntegration _inner;
    private readonly ReaderGate _gate;
    private readonly TimeProvider _time;

    public KeptDecisions(InMemoryIntegration inner, IIntegrationPipelineFactory pipelines, TimeProvider time)
    {
        (_inner, _time) = (inner, time);
        _gate = new(pipelines.Create(inner.Name, static () => new EnterpriseGptOptions()), (id, _, reader, token) => inner.CheckPermissionsAsync(id, reader, token));
    }

    /// <summary>Whether checks never end, whatever the token says.</summary>
    public static AsyncLocal<bool> Hangs { get; } = new();

    public IntegrationName Name => _inner.Name;

    public Task<SearchPage> SearchAsync(SearchQuery query, AccessContext reader, CancellationToken cancellationToken = default) => _inner.SearchAsync(query, AccessContext.Service, cancellationToken);

    public Task<KnowledgeContent> GetContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) => _inner.GetContentAsync(id, AccessContext.Service, cancellationToken);

    public Task<PermissionDecision> CheckPermissionsAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
        Hangs.Value ? new TaskCompletionSource<PermissionDecision>().Task : _gate.DecideAsync(id, reader, _time, cancellationToken);

    public Task<ContentMetadata> GetMetadataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) => _inner.GetMetadataAsync(id, AccessContext.Service, cancellationToken);

    public Task<IntegrationHealth> CheckHealthAsync(CancellationToken cancellationToken = default) => _inner.CheckHealthAsync(cancellationToken);

    public Task RefreshCredentialsAsync(CancellationToken cancellationToken = default) => _inner.RefreshCredentialsAsync(cancellationToken);
}
