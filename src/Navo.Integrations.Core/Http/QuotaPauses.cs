using System.Collections.Concurrent;

namespace Navo.Integrations.Core.Http;

/// <summary>The pauses of this process, one for all clients that share a quota; what other processes were told counts too, where they can tell.</summary>
internal sealed class QuotaPauses : IDisposable
{
    private readonly ConcurrentDictionary<string, QuotaPause> _pauses = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly IQuotaExchange? _exchange;
    private readonly IDisposable? _subscription;

    public QuotaPauses(TimeProvider time, IQuotaExchange? exchange = null)
    {
        (_time, _exchange) = (time, exchange);
        _subscription = exchange?.Subscribe(notice => OfHash(notice.Quota).Note(notice.Authority, notice.Wait));
    }

    public QuotaPause Of(string key) => OfHash(QuotaNotice.NameOf(key));

    public void Dispose() => _subscription?.Dispose();

    private QuotaPause OfHash(string hash) => _pauses.GetOrAdd(hash, _ => new QuotaPause(_time, (authority, wait) => _exchange?.Publish(new(hash, authority, wait))));
}
