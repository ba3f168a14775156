using System.Collections.Concurrent;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The pacers of this process: one for all clients of the same application and tenant. Where processes can tell each other, they share its quota in equal parts, and its pauses.</summary>
internal sealed class ResourceUnitPacers : IDisposable
{
    private readonly ConcurrentDictionary<string, ResourceUnitPacer> _pacers = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly IQuotaExchange? _exchange;
    private readonly IDisposable? _subscription;

    public ResourceUnitPacers(TimeProvider time, IQuotaExchange? exchange = null)
    {
        (_time, _exchange) = (time, exchange);
        _subscription = exchange?.Subscribe(Note);
    }

    /// <summary>The pacer of a quota. The first that asks says how large the quota is.</summary>
    public ResourceUnitPacer Of(string key, int unitsPerMinute)
    {
        string quota = QuotaNotice.NameOf($"units {key}");
        return _pacers.GetOrAdd(quota, _ => new(unitsPerMinute, _time, () => _exchange?.CountUsers(quota) ?? 1, wait => _exchange?.Publish(new(quota, string.Empty, wait))));
    }

    public void Dispose() => _subscription?.Dispose();

    private void Note(QuotaNotice notice)
    {
        if (_pacers.TryGetValue(notice.Quota, out ResourceUnitPacer? pacer))
        {
            pacer.Note(notice.Wait);
        }
    }
}
