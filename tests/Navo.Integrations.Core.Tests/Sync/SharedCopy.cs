using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>The one copy that several workers carry changes out in, each in its own time.</summary>
internal sealed class SharedCopy(ModelTenant tenant)
{
    private readonly Dictionary<(ContentId Item, int Worker), long> _last = [];
    private long _now;

    private readonly ModelCopy _copy = new(tenant);

    /// <summary>Another moment.</summary>
    public long Tick() => ++_now;

    /// <summary>Carries a change out.</summary>
    /// <returns>
    /// Whether it went over what another worker heard later. Of that nobody knows until it is acknowledged: a worker that dies in between leaves the older in the copy (docs/sync.md).
    /// </returns>
    public bool Apply(ContentChange change, int worker, long heard)
    {
        bool overtakes = _last.Any(last => last.Key.Item == change.Id && last.Key.Worker != worker && last.Value > heard);
        _last[(change.Id, worker)] = Tick();
        _copy.Apply(change);
        return overtakes;
    }

    /// <summary>What the copy should be, and what it is. Who may see an item is asked late here: of one that was gone at that moment and came back as it was nothing is known.</summary>
    public (string Expected, string Actual) Compare()
    {
        Dictionary<string, string> lines = _copy.Items.ToDictionary(StringComparer.Ordinal);
        IEnumerable<string> expected = tenant.Items.Values.Where(item => !item.IsUnreadable)
            .Select(item => lines.TryGetValue(item.Id, out string? line) && line.EndsWith("|gone", StringComparison.Ordinal) ? item with { Access = "gone" } : item)
            .Select(item => $"{item.Partition}|{item.Id}|{item.Version}|{item.Title}|{item.Place}|{item.Access}");
        return (string.Join('\n', expected), string.Join('\n', _copy.Lines()));
    }
}
