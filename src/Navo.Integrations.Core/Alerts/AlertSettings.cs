using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Core.Alerts;

/// <summary>The options in force, of each integration.</summary>
internal sealed class AlertSettings : IDisposable
{
    private readonly ValidOptions<AlertOptions> _options;
    private readonly IDisposable? _subscription;

    public AlertSettings(IOptionsMonitor<AlertOptions> monitor, IOptionsMonitorCache<AlertOptions> cache)
    {
        _options = new(monitor);
        _subscription = monitor.OnChange((_, name) =>
        {
            if (string.IsNullOrEmpty(name))
            {
                cache.Clear(); // the section is that of every integration
            }
        });
    }

    /// <summary>The options of all integrations together.</summary>
    public AlertOptions Current => _options.Current;

    public AlertOptions Of(IntegrationName integration) => _options.Get(integration.ToString());

    public void Dispose() => _subscription?.Dispose();
}
