namespace Navo.Integrations.Core.Sync;

/// <summary>The partitions that a run was asked for: none, some, or all.</summary>
internal sealed class AskedPartitions
{
    private readonly HashSet<string> _some = new(StringComparer.Ordinal);
    private bool _isAll;

    public bool IsEmpty => !_isAll && _some.Count == 0;

    /// <summary>Adds one; null for all.</summary>
    public void Add(string? partition)
    {
        _isAll |= partition is null;
        if (partition is not null)
        {
            _some.Add(partition);
        }
    }

    /// <summary>Takes them; null for all.</summary>
    public IReadOnlyCollection<string>? Take()
    {
        string[]? taken = _isAll ? null : [.. _some];
        _some.Clear();
        _isAll = false;
        return taken;
    }
}
