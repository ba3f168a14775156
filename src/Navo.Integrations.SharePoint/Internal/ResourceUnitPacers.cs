using System.Collections.Concurrent;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The pacers of this process: one for all clients of the same application and tenant.</summary>
internal sealed class ResourceUnitPacers(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, ResourceUnitPacer> _pacers = new(StringComparer.Ordinal);

    /// <summary>The pacer of a quota. The first that asks says how large the quota is.</summary>
    public ResourceUnitPacer Of(string key, int unitsPerMinute) => _pacers.GetOrAdd(key, _ => new(unitsPerMinute, time));
}
