using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Alerts.Readings;

/// <summary>How far copies are behind. Before the first whole run that counts from the first look on. The end of subscriptions is none of the alerts: where they are not renewed, the schedule takes over.</summary>
internal sealed class SyncReadings(IEnumerable<ContentSyncRegistration> syncs, IServiceProvider services, TimeProvider time) : IAlertSource
{
    private readonly ContentSyncRegistration[] _syncs = [.. syncs];
    private readonly DateTimeOffset _began = time.GetUtcNow();

    public IEnumerable<AlertReading> Read()
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach (ContentSyncRegistration sync in _syncs)
        {
            yield return new(AlertRule.SyncLag, sync.Name, (now - (sync.StatusIn(services).InStepSince ?? _began)).TotalSeconds);
        }
    }
}
