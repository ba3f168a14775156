using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Registration;

internal sealed class IntegrationCatalog(IEnumerable<IntegrationRegistration> registrations, IServiceProvider services) : IIntegrationCatalog
{
    private readonly Dictionary<string, IntegrationRegistration> _byName = registrations.ToDictionary(r => r.Name.ToString(), StringComparer.OrdinalIgnoreCase);

    public int Count => _byName.Count;

    public IIntegration this[string name] => TryGet(name, out IIntegration? integration)
        ? integration
        : throw new ConfigurationException($"No integration is registered under that name. Registered: {(Count == 0 ? "none" : string.Join(", ", _byName.Keys))}.")
        {
            Remedy = "Register it with AddNavoIntegrations(), or use one of the names listed.",
        };

    public bool TryGet(string name, [NotNullWhen(true)] out IIntegration? integration)
    {
        ArgumentNullException.ThrowIfNull(name);
        integration = _byName.TryGetValue(name, out IntegrationRegistration? registration) ? Resolve(registration) : null;
        return integration is not null;
    }

    public IEnumerator<IIntegration> GetEnumerator() => _byName.Values.Select(Resolve).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>An integration that can't be made must not take the others with it: one that says so stands in its place, and it is tried again when it is asked for next.</summary>
    private IIntegration Resolve(IntegrationRegistration registration)
    {
        try
        {
            return registration.Resolve(services);
        }
        catch (Exception failure)
        {
            return new UnmadeIntegration(registration.Name, failure, services.GetRequiredService<TimeProvider>());
        }
    }
}
