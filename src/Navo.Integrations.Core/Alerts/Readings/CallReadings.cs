using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Telemetry;

namespace Navo.Integrations.Core.Alerts.Readings;

/// <summary>Response time, error rate and refused credentials, out of what the waist counts. What was before the monitor began raises nothing.</summary>
internal sealed class CallReadings : IAlertSource
{
    private readonly IntegrationMetrics _metrics;
    private readonly AlertSettings _settings;
    private readonly TimeProvider _time;
    private readonly Dictionary<IntegrationName, RollingCalls> _calls = [];

    public CallReadings(IntegrationMetrics metrics, AlertSettings settings, TimeProvider time)
    {
        (_metrics, _settings, _time) = (metrics, settings, time);
        foreach ((IntegrationName integration, OperationStatistics statistics) in metrics.All)
        {
            _calls[integration] = new(statistics, CallFigures.Of(statistics), time);
        }
    }

    public IEnumerable<AlertReading> Read()
    {
        Learn();
        foreach ((IntegrationName integration, RollingCalls calls) in _calls)
        {
            CallFigures within = calls.Within(_settings.Of(integration).Window);
            double slow = DurationHistogram.Percentile(within.Durations, 0.95).TotalSeconds;
            double failing = within.Calls == 0 ? 0 : (double)within.Faults / within.Calls;
            yield return new(AlertRule.ResponseTime, integration, slow) { Samples = within.Calls };
            yield return new(AlertRule.ErrorRate, integration, failing) { Samples = within.Calls };
            yield return new(AlertRule.AuthenticationFailures, integration, within.Refused);
        }
    }

    private void Learn()
    {
        foreach ((IntegrationName integration, OperationStatistics statistics) in _metrics.All)
        {
            if (!_calls.ContainsKey(integration))
            {
                _calls[integration] = new(statistics, CallFigures.None, _time);
            }
        }
    }
}
