using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Alerts.Readings;

/// <summary>How far copies are behind. Before the first whole run that counts from the first look on. The end of subscriptions is none of the alerts: where they are not renewed, the schedule takes over.</summary>
internal sealed class SyncReadings(IEnumerable<ContentSyncRegistration> syncs, IServiceProvider services, TimeProvider time) : IAlertSource
{
    private readonly IntegrationName[] _names = [.. syncs.Select(static sync => sync.Name)];
    private readonly DateTimeOffset _began = time.GetUtcNow();

    public IEnumerable<AlertReading> Read()
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach (IntegrationName name in _names)
        {
            ContentSyncStatus status = services.GetRequiredKeyedService<IContentSyncService>(name.ToString()).Status;
            yield return new(AlertRule.SyncLag, name, (now - (status.InStepSince ?? _began)).TotalSeconds);
        }
    }
}
