using System.Collections.Concurrent;

namespace Navo.Integrations.Core.Http;

/// <summary>The pauses of this process, one for all clients that share a quota.</summary>
internal sealed class QuotaPauses(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, QuotaPause> _pauses = new(StringComparer.Ordinal);

    public QuotaPause Of(string key) => _pauses.GetOrAdd(key, _ => new QuotaPause(time));
}
