using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Navo.Integrations.Core.Http;

/// <summary>What the HTTP handlers tell health, alerts and gauges: open breakers and quotas.</summary>
internal static class WireBoards
{
    /// <summary>Adds the boards. Calling it again changes nothing.</summary>
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<BreakerBoard>();
        services.TryAddSingleton<QuotaBoard>();
    }
}
