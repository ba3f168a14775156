using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Core.Alerts.Readings;

/// <summary>Open breakers, and quotas that are near their end, as the HTTP handlers know them.</summary>
internal sealed class WireReadings(BreakerBoard breakers, QuotaBoard quotas) : IAlertSource
{
    public IEnumerable<AlertReading> Read() =>
    [
        .. breakers.Open().Select(static open => new AlertReading(AlertRule.BreakerOpen, open.Key, open.Value)),
        .. quotas.Left().Select(static left => new AlertReading(AlertRule.QuotaUsed, left.Key, 1 - left.Value)),
    ];
}
