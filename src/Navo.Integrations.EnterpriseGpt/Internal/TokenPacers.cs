using System.Collections.Concurrent;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>The pacers of this process: one for all clients that share a quota.</summary>
internal sealed class TokenPacers(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, TokenPacer> _pacers = new(StringComparer.Ordinal);

    public TokenPacer Of(string key) => _pacers.GetOrAdd(key, _ => new(time));
}
