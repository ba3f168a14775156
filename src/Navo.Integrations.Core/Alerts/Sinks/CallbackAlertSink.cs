using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Alerts.Sinks;

/// <summary>Passes alerts on to a function of the application.</summary>
internal sealed class CallbackAlertSink(Func<Alert, CancellationToken, ValueTask> callback) : IAlertSink
{
    public ValueTask SendAsync(Alert alert, CancellationToken cancellationToken = default) => callback(alert, cancellationToken);
}
