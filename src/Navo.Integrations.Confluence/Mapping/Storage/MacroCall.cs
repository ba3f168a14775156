namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>A macro in a body: its name and parameters, which come before its body.</summary>
internal sealed class MacroCall(string name)
{
    // A macro has few parameters and is asked for fewer: a list is leaner than a dictionary.
    private readonly List<(string Name, string Value)> _parameters = [];

    public string Name { get; } = name;

    public MacroBody Body { get; set; }

    /// <summary>The first resource that a parameter names.</summary>
    public ResourceReference? Resource { get; private set; }

    /// <summary>The value of a parameter, the last of equal names; null where it is missing or blank.</summary>
    public string? this[string parameter]
    {
        get
        {
            for (int i = _parameters.Count - 1; i >= 0; i--)
            {
                if (_parameters[i].Name.Equals(parameter, StringComparison.OrdinalIgnoreCase))
                {
                    string value = _parameters[i].Value.Trim();
                    return value.Length > 0 ? value : null;
                }
            }

            return null;
        }
    }

    /// <summary>Reads the parameter at which the cursor stands.</summary>
    public void ReadParameter(StorageCursor at)
    {
        string parameter = at.Attribute("ac:name") ?? string.Empty;
        _parameters.Add((parameter, at.InnerText(this, isText: false)));
    }

    /// <summary>Reads the element at which the cursor stands within a parameter, if it is a resource.</summary>
    public void ReadResource(StorageCursor at)
    {
        if (at.Reader.Name.StartsWith("ri:", StringComparison.Ordinal))
        {
            ResourceReference named = ResourceReference.Read(at);
            Resource ??= named;
        }
    }
}
