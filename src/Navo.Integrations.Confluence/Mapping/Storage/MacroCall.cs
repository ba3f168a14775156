namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>A macro in a body: its name and parameters, which come before its body.</summary>
internal sealed class MacroCall(string name)
{
    private readonly Dictionary<string, string> _parameters = new(StringComparer.OrdinalIgnoreCase);

    public string Name { get; } = name;

    public MacroBody Body { get; set; }

    /// <summary>The first resource that a parameter names.</summary>
    public ResourceReference? Resource { get; private set; }

    /// <summary>The value of a parameter; null where it is missing or blank.</summary>
    public string? this[string parameter] => _parameters.TryGetValue(parameter, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>Reads the parameter at which the cursor stands.</summary>
    public void ReadParameter(StorageCursor at)
    {
        string parameter = at.Attribute("ac:name") ?? string.Empty;
        _parameters[parameter] = at.InnerText(() =>
        {
            if (at.Reader.Name.StartsWith("ri:", StringComparison.Ordinal))
            {
                ResourceReference named = ResourceReference.Read(at);
                Resource ??= named;
            }
        }, isText: false);
    }
}
