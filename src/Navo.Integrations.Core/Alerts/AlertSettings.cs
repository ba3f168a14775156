using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Alerts;

/// <summary>The options in force, of each integration. A change of the configuration takes effect without a restart; where it makes options invalid, those before it stay.</summary>
internal sealed class AlertSettings : IDisposable
{
    private readonly IOptionsMonitor<AlertOptions> _monitor;
    private readonly IDisposable? _subscription;
    private readonly ConcurrentDictionary<string, AlertOptions> _valid = new(StringComparer.Ordinal);

    public AlertSettings(IOptionsMonitor<AlertOptions> monitor, IOptionsMonitorCache<AlertOptions> cache)
    {
        _monitor = monitor;
        _subscription = monitor.OnChange((_, name) =>
        {
            if (string.IsNullOrEmpty(name))
            {
                cache.Clear(); // the section is that of every integration
            }
        });
    }

    /// <summary>The options of all integrations together.</summary>
    public AlertOptions Current => Of(Options.DefaultName);

    public AlertOptions Of(IntegrationName integration) => Of(integration.ToString());

    public void Dispose() => _subscription?.Dispose();

    private AlertOptions Of(string name)
    {
        try
        {
            return _valid[name] = _monitor.Get(name);
        }
        catch (Exception failure) when (failure is OptionsValidationException or ConfigurationException
            && (_valid.TryGetValue(name, out AlertOptions? last) || _valid.TryGetValue(Options.DefaultName, out last)))
        {
            return last;
        }
    }
}
