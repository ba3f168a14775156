using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Navo.Integrations.Core.Health;

/// <summary>Whether the process itself still works. No source is asked: one that is down is no reason to start this process anew.</summary>
internal sealed class LivenessCheck(HealthMonitor? monitor, IOptionsMonitor<HealthMonitorOptions> options) : IHealthCheck
{
    private const int MissedRounds = 3;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        HealthMonitorOptions current = options.CurrentValue;
        bool isStuck = monitor is { ExecuteTask: not null } && monitor.SinceBeat > ((current.Interval + current.Timeout) * MissedRounds);
        return Task.FromResult(isStuck
            ? new HealthCheckResult(context.Registration.FailureStatus, "The health monitor has missed three rounds.")
            : HealthCheckResult.Healthy("The process works."));
    }
}
