using Microsoft.Extensions.Diagnostics.HealthChecks;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Core.Health;

/// <summary>Whether the process itself still works. No source is asked: one that is down is no reason to start this process anew.</summary>
internal sealed class LivenessCheck(HealthMonitor? monitor, ValidOptions<HealthMonitorOptions> settings) : IHealthCheck
{
    private const int MissedRounds = 3;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        bool isStuck = monitor is { ExecuteTask: not null } && monitor.SinceBeat > ((monitor.Pause + settings.Current.Timeout) * MissedRounds);
        return Task.FromResult(isStuck
            ? new HealthCheckResult(context.Registration.FailureStatus, "The health monitor has missed three rounds.")
            : HealthCheckResult.Healthy("The process works."));
    }
}
