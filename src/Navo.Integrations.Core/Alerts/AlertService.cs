using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Alerts.Sinks;

namespace Navo.Integrations.Core.Alerts;

/// <summary>Evaluates at an interval for as long as the application runs, and lets the sinks pass on what waits when it ends.</summary>
internal sealed class AlertService(IAlertMonitor monitor, AlertOutlets outlets, AlertSettings settings, TimeProvider time, ILogger<AlertService> logger) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await outlets.DrainAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(settings.Current.EvaluationInterval, time, stoppingToken).ConfigureAwait(false);
            try
            {
                monitor.Evaluate();
            }
            catch (Exception failure)
            {
                AlertLog.EvaluationFailed(logger, failure.GetType().Name);
            }
        }
    }
}
