using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

/// <summary>The federated search as it is, which tells when a source's part of it has arrived: only then may a test let the deadline pass.</summary>
internal sealed class ReportedSearch(IFederatedSearch inner, SemaphoreSlim arrived) : IFederatedSearch
{
    /// <summary>Puts it before the one that is registered.</summary>
    public static void Register(IServiceCollection services, SemaphoreSlim arrived)
    {
        ServiceDescriptor real = services.Single(service => service.ServiceType == typeof(IFederatedSearch));
        services.Remove(real);
        services.AddSingleton<IFederatedSearch>(provider => new ReportedSearch((IFederatedSearch)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!), arrived));
    }

    public Task<FederatedPage> SearchAsync(FederatedQuery query, AccessContext reader, CancellationToken cancellationToken = default) => inner.SearchAsync(query, reader, cancellationToken);

    public IAsyncEnumerable<FederatedUpdate> StreamAsync(FederatedQuery query, AccessContext reader, CancellationToken cancellationToken = default) => inner.StreamAsync(query, reader, cancellationToken);

    public async IAsyncEnumerable<BatchItem<FederatedQuery, FederatedPage>> SearchManyAsync(
        IEnumerable<FederatedQuery> queries, AccessContext reader, BatchOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach ((int index, FederatedQuery query) in queries.Index())
        {
            await foreach (FederatedUpdate update in inner.StreamAsync(query, reader, cancellationToken))
            {
                if (update.Page is { } page)
                {
                    yield return BatchItem<FederatedQuery, FederatedPage>.Success(query, index, page);
                }
                else
                {
                    arrived.Release();
                }
            }
        }
    }
}
