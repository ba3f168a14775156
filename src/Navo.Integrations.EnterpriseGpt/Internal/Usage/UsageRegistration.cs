using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>What accounting needs of the container. An application's own <see cref="IUsageLedger"/> stays, whether it was registered before or after.</summary>
internal static class UsageRegistration
{
    public static void AddUsage(IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton<IUsageLedger>(static _ => new InMemoryUsageLedger());
        services.TryAddSingleton<UsageInstruments>();
    }

    /// <summary>Makes the meter of an instance; one for each, kept as long as the instance.</summary>
    public static UsageMeter CreateMeter(IServiceProvider services, string instance, Func<EnterpriseGptOptions> current, bool isRegional = false)
    {
        UsageContext context = new()
        {
            Instance = instance,
            IsRegional = isRegional,
            Logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Navo.Integrations.EnterpriseGpt.Usage"),
            Instruments = services.GetRequiredService<UsageInstruments>(),
        };
        return new(current, services.GetRequiredService<IUsageLedger>(), services.GetRequiredService<TimeProvider>(), context);
    }
}
