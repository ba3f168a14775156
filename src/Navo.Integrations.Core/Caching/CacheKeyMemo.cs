using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Caching;

/// <summary>The keys of recent calls: hashing takes longer than all the rest of a hit. Bounded; starts anew when it is full.</summary>
internal sealed class CacheKeyMemo(IntegrationName integration, string realm)
{
    private const int Capacity = 4096;
    private const int MaxTextLength = 512;

    private volatile ConcurrentDictionary<CallIdentity, string> _keys = new();
    private int _count;

    public string Realm => realm;

    public string KeyOf(IntegrationOperation operation, AccessContext reader, string?[] arguments)
    {
        ConcurrentDictionary<CallIdentity, string> keys = _keys;
        if (keys.TryGetValue(new CallIdentity(operation, reader.Key, arguments), out string? known))
        {
            return known;
        }

        string key = CacheKey.Of(integration, realm, operation, reader, arguments);
        if (arguments.Sum(static argument => argument?.Length ?? 0) <= MaxTextLength
            && keys.TryAdd(new CallIdentity(operation, reader.Key, [.. arguments]), key)
            && Interlocked.Increment(ref _count) >= Capacity)
        {
            Volatile.Write(ref _count, 0);
            _keys = new();
        }

        return key;
    }
}
