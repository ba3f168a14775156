using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Health;

/// <summary>The options in force. A change of the configuration takes effect without a restart; where it makes them invalid, those before it stay.</summary>
internal sealed class HealthSettings(IOptionsMonitor<HealthMonitorOptions> monitor)
{
    private volatile HealthMonitorOptions? _valid;

    /// <exception cref="OptionsValidationException">They never were valid.</exception>
    public HealthMonitorOptions Current
    {
        get
        {
            try
            {
                return _valid = monitor.CurrentValue;
            }
            catch (Exception failure) when (failure is OptionsValidationException or ConfigurationException && _valid is not null)
            {
                return _valid;
            }
        }
    }
}
