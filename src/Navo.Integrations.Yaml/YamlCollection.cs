using System.Globalization;

namespace Navo.Integrations.Yaml;

/// <summary>A map or list that is being read.</summary>
internal sealed class YamlCollection(string path, bool isMap)
{
    private readonly HashSet<string> _keys = new(StringComparer.OrdinalIgnoreCase);
    private string? _key;
    private int _count;

    public string Path => path;

    public bool IsMap => isMap;

    public bool IsEmpty => _count == 0;

    /// <summary>Whether the next node is the key of an entry and not its value.</summary>
    public bool AwaitsKey => isMap && _key is null;

    /// <summary>Takes the key of the next entry; false if the map has it, in whatever case: configuration keys have none.</summary>
    public bool TryTakeKey(string key)
    {
        _key = key;
        return _keys.Add(key);
    }

    /// <summary>The path of the next value.</summary>
    public string NextPath()
    {
        string name = _key ?? _count.ToString(CultureInfo.InvariantCulture);
        _key = null;
        _count++;
        return path.Length == 0 ? name : $"{path}:{name}";
    }
}
