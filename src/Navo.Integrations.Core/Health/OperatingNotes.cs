using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Health;

/// <summary>What this process knows of an integration without asking it: breaker, quota, sync and subscriptions. Data beside its health; it changes no state.</summary>
internal sealed class OperatingNotes(BreakerBoard breakers, QuotaBoard quotas, IEnumerable<ContentSyncRegistration> syncs, IServiceProvider services, TimeProvider time)
{
    private readonly Dictionary<IntegrationName, ContentSyncRegistration> _syncs = syncs.ToDictionary(static sync => sync.Name);

    /// <summary>Adds what is known, each name with a prefix.</summary>
    public void AddTo(Dictionary<string, object> data, string prefix, IntegrationName integration)
    {
        data[$"{prefix}breaker"] = breakers.Open().ContainsKey(integration) ? "open" : "closed";
        if (quotas.Left().TryGetValue(integration, out double left))
        {
            data[$"{prefix}quota_left"] = left;
        }

        if (_syncs.TryGetValue(integration, out ContentSyncRegistration? sync))
        {
            AddSync(data, prefix, sync.StatusIn(services));
        }
    }

    private void AddSync(Dictionary<string, object> data, string prefix, ContentSyncStatus status)
    {
        if (status.InStepSince is { } since)
        {
            data[$"{prefix}sync_lag_s"] = (time.GetUtcNow() - since).TotalSeconds;
        }

        if (status.NextDue is { } due)
        {
            data[$"{prefix}sync_next_due"] = due;
        }

        if (status.LastError is { } error)
        {
            data[$"{prefix}sync_error"] = error.GetType().Name;
        }

        if (status.Subscriptions is { } subscriptions)
        {
            data[$"{prefix}subscriptions_alive"] = subscriptions.Alive;
            if (subscriptions.FirstExpiry is { } end)
            {
                data[$"{prefix}subscription_expiry"] = end;
            }
        }
    }
}
