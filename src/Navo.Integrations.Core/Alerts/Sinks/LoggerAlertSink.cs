using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Alerts.Sinks;

/// <summary>The default sink: a warning for an alert, and a line of information when it is over, in the category <c>Navo.Integrations.Alerts</c>.</summary>
internal sealed class LoggerAlertSink(ILoggerFactory loggers, AlertSettings settings) : IAlertSink
{
    public const string Category = "Navo.Integrations.Alerts";

    private readonly ILogger _logger = loggers.CreateLogger(Category);

    public ValueTask SendAsync(Alert alert, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(alert);
        if (!settings.Current.Log)
        {
            return ValueTask.CompletedTask;
        }

        if (alert.ResolvedAt is { } end)
        {
            AlertLog.Resolved(_logger, alert.Key, alert.Rule, alert.Integration, end - alert.RaisedAt, alert.Summary);
        }
        else
        {
            AlertLog.Raised(_logger, alert.Key, alert.Rule, alert.Integration, alert.Summary);
        }

        return ValueTask.CompletedTask;
    }
}
