using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>The spaces of a scope, which are its partitions.</summary>
internal sealed class SyncSpaces(IConfluenceDesk desk, Func<ConfluenceSettings> current)
{
    private readonly ConcurrentDictionary<string, ContainerRef> _known = new(StringComparer.OrdinalIgnoreCase);

    public SpaceBoundary Boundary => current().Boundary;

    /// <summary>
    /// Lists them all before the first is given: a space of the scope that is not there ends the run before anything is done. A configured one keeps the others not back: it
    /// fails the listing at its end, so that a run does not end well while what is kept of that space grows old.
    /// </summary>
    public async IAsyncEnumerable<ContainerRef> ListAsync(SyncScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[] asked = [.. scope.Containers.Select(static key => key.Trim())];
        IReadOnlyCollection<string> sought = Boundary.Narrow(asked);
        List<ContainerRef> spaces = [];
        await foreach (ConfluenceSpace space in desk.GetSpacesAsync(sought, cancellationToken).ConfigureAwait(false))
        {
            spaces.Add(_known[space.Key] = new(space.Key, space.Name, space.Id));
        }

        string? absent = sought.FirstOrDefault(key => !spaces.Exists(space => string.Equals(space.Key, key, StringComparison.OrdinalIgnoreCase)));
        foreach (ContainerRef space in absent is null || asked.Length == 0 ? spaces : [])
        {
            yield return space;
        }

        if (absent is not null)
        {
            throw Absent(absent);
        }
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

    private static NotFoundException Absent(string key) => new($"There is no space '{key}', or the account may not see it.") { Remedy = "Correct the scope or the option Spaces, or let the account see the space." };
}
