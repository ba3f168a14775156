using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Core.Health;

/// <summary>What health checks, the monitor and alerts share. Calling it again changes nothing.</summary>
internal static class HealthRegistration
{
    public static void AddHealth(IServiceCollection services)
    {
        services.AddLogging();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HealthMonitorOptions>, HealthMonitorOptionsRules>());
        services.AddOptions<HealthMonitorOptions>().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        WireBoards.Add(services);
        services.TryAddSingleton<IntegrationProbe>();
        services.TryAddSingleton<ValidOptions<HealthMonitorOptions>>();
        services.TryAddSingleton<HealthBook>();
        services.TryAddSingleton<OperatingNotes>();
    }
}
