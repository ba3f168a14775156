using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>Registers the federated search.</summary>
internal static class FederationServiceCollectionExtensions
{
    /// <summary>Adds the search over all that the catalog has. What is registered already stays.</summary>
    public static IServiceCollection AddFederatedSearch(this IServiceCollection services)
    {
        services.TryAddSingleton<IRankFusion>(static _ => new ReciprocalRankFusion());
        services.TryAddSingleton<FederationInstruments>();
        services.TryAddSingleton<FederatedSources>();
        services.TryAddSingleton<IFederatedSearch, FederatedSearch>();
        return services;
    }
}
