using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>The spaces of a scope, which are its partitions.</summary>
internal sealed class SyncSpaces(IConfluenceDesk desk, Func<ConfluenceSettings> current)
{
    private readonly ConcurrentDictionary<string, ContainerRef> _known = new(StringComparer.OrdinalIgnoreCase);

    public SpaceBoundary Boundary => current().Boundary;

    /// <summary>Lists them all before the first is given: a space of the scope that is not there ends the run before anything is done.</summary>
    public async Task<IReadOnlyList<ContainerRef>> ListAsync(SyncScope scope, CancellationToken cancellationToken)
    {
        string[] asked = [.. scope.Containers.Select(static key => key.Trim())];
        List<ContainerRef> spaces = [];
        await foreach (ConfluenceSpace space in desk.GetSpacesAsync(Boundary.Narrow(asked), cancellationToken).ConfigureAwait(false))
        {
            spaces.Add(_known[space.Key] = new(space.Key, space.Name, space.Id));
        }

        return asked.FirstOrDefault(key => !spaces.Exists(space => string.Equals(space.Key, key, StringComparison.OrdinalIgnoreCase))) is { } absent
            ? throw Absent(absent)
            : spaces;
    }

    public async Task<ContainerRef> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(key, out ContainerRef? known))
        {
            return known;
        }

        await foreach (ConfluenceSpace space in desk.GetSpacesAsync([key], cancellationToken).ConfigureAwait(false))
        {
            return _known[key] = new(space.Key, space.Name, space.Id);
        }

        throw Absent(key);
    }

    private static NotFoundException Absent(string key) => new($"There is no space '{key}', or the account may not see it.") { Remedy = "Correct the scope, or let the account see the space." };
}
