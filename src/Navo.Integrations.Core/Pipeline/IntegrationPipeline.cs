using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Pipeline;

internal sealed class IntegrationPipeline(IntegrationName name) : IIntegrationPipeline
{
    public IntegrationName Name => name;

    public Task<T> ExecuteAsync<T>(IntegrationOperation operation, IntegrationCall<T> call, CancellationToken cancellationToken = default)
        where T : class => call.Work(cancellationToken);
}
