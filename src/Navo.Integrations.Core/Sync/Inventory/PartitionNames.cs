namespace Navo.Integrations.Core.Sync;

/// <summary>Partitions by number: a few names, of which each item of the inventory has one.</summary>
internal sealed class PartitionNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    public int NumberOf(string name)
    {
        if (!_numbers.TryGetValue(name, out int number))
        {
            _numbers.Add(name, number = _names.Count);
            _names.Add(name);
        }

        return number;
    }

    public string NameOf(int number) => _names[number];
}
