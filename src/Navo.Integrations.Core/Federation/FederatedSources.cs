using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Core.Federation;

/// <summary>Which integrations a query could go to, and what each can express.</summary>
internal sealed class FederatedSources(IIntegrationCatalog catalog, IServiceProvider services)
{
    /// <exception cref="InvalidQueryException">The query names an integration, or binds a scope to one, that is not registered.</exception>
    public IReadOnlyList<SourceAsk> For(FederatedCall call)
    {
        IIntegration[] sources = call.Query.Sources.Count == 0 ? [.. catalog] : [.. call.Query.Sources.Distinct().Select(Named)];
        if (call.Query.Scopes.FirstOrDefault(scope => !catalog.Any(source => scope.IsBoundTo(source.Name))) is { } scope)
        {
            throw NotRegistered(scope.Integration);
        }

        return [.. sources.Select(source => new SourceAsk(source, call.Planner.For(source.Name, AbilitiesOf(source)), call.PositionOf(source.Name)))];
    }

    /// <summary>One that could not be made is asked, so that its report has the reason, whatever the query is about.</summary>
    private SourceAbilities AbilitiesOf(IIntegration source) => source is UnmadeIntegration
        ? SourceAbilities.Everything
        : (source as IFederatedSource ?? services.GetKeyedService<IFederatedSource>(source.Name.Kind))?.Abilities ?? SourceAbilities.Default;

    private IIntegration Named(IntegrationName name) => catalog.TryGet(name.ToString(), out IIntegration? integration) ? integration : throw NotRegistered(name);

    private static InvalidQueryException NotRegistered(IntegrationName name) => new($"The query is for '{name}', and no integration of that name is registered.")
    {
        Remedy = "Register the integration, or leave it out of Sources and Scopes.",
    };
}
