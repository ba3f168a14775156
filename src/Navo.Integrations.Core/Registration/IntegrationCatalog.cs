using System.Collections;
using System.Diagnostics.CodeAnalysis;
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
        integration = _byName.TryGetValue(name, out IntegrationRegistration? registration) ? registration.Resolve(services) : null;
        return integration is not null;
    }

    public IEnumerator<IIntegration> GetEnumerator() => _byName.Values.Select(r => r.Resolve(services)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
