namespace Navo.Integrations.Core.Configuration;

/// <summary>Finds the settings of a schema by whatever form of their name the configuration uses.</summary>
internal sealed class SchemaIndex
{
    private readonly Dictionary<string, OptionKey[]> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sections;
    private readonly List<string> _names = [];

    public SchemaIndex(IntegrationSchema schema)
    {
        _sections = [.. schema.Aliases.Append(schema.Kind).Select(KeyForm.Normalize)];
        foreach (OptionKey key in (schema.IsIntegration ? SharedOptionKeys.Keys : []).Concat(schema.Keys))
        {
            Add(key.Name, [key]);
        }

        foreach (OptionKeyAlias alias in (schema.IsIntegration ? SharedOptionKeys.Aliases : []).Concat(schema.KeyAliases))
        {
            Add(alias.Name, [.. alias.Targets.SelectMany(target => _keys[KeyForm.Normalize(target)])]);
        }
    }

    /// <summary>Whether a section under a root is that of this kind.</summary>
    public bool IsSection(string key) => _sections.Contains(KeyForm.Normalize(key));

    /// <summary>The settings that a path stands for; none if it is not known.</summary>
    public IReadOnlyList<OptionKey> Find(string path) => _keys.GetValueOrDefault(KeyForm.Normalize(path), []);

    /// <summary>Whether settings lie below a path.</summary>
    public bool IsGroup(string path) => _groups.Contains(KeyForm.Normalize(path));

    /// <summary>The known name that comes closest to an unknown one, in its style; null if none is close.</summary>
    public string? Suggest(string path)
    {
        string? nearest = EditDistance.Nearest(path, _names);
        return nearest is null || path.Any(char.IsAsciiLetterUpper) ? nearest : KeyForm.ToSnakeCase(nearest);
    }

    private void Add(string name, OptionKey[] keys)
    {
        _keys.Add(KeyForm.Normalize(name), keys);
        _names.Add(name);
        for (int colon = name.IndexOf(':', StringComparison.Ordinal); colon > 0; colon = name.IndexOf(':', colon + 1))
        {
            _groups.Add(KeyForm.Normalize(name[..colon]));
        }
    }
}
