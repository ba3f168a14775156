using System.Globalization;
using Microsoft.Extensions.Configuration;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Configuration;

/// <summary>Reads the sections of one layer into settings, each under the name of its option. Nothing unknown, nothing said twice differently.</summary>
internal sealed class SettingsReader(SchemaIndex schema)
{
    private readonly Dictionary<string, Setting> _settings = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Setting> Settings => _settings;

    /// <summary>Reads a section; what <paramref name="skip"/> holds at its top belongs to others.</summary>
    public void Read(IConfigurationSection section, string? skip = null)
    {
        List<ConfigurationException> faults = [];
        foreach (IConfigurationSection child in section.GetChildren().Where(child => skip is null || !child.Key.Equals(skip, StringComparison.OrdinalIgnoreCase)))
        {
            try
            {
                ReadKey(child, child.Key);
            }
            catch (ConfigurationException fault)
            {
                faults.Add(fault);
            }
        }

        if (faults.Count > 0)
        {
            throw faults.Count == 1 ? faults[0] : Setting.Faults(faults);
        }
    }

    private void ReadKey(IConfigurationSection section, string relative)
    {
        IReadOnlyList<OptionKey> keys = schema.Find(relative);
        if (keys.Count == 0 && (!schema.IsGroup(relative) || !string.IsNullOrEmpty(section.Value)))
        {
            throw Unknown(section, relative);
        }

        foreach (OptionKey key in keys)
        {
            Add(key, section);
        }

        foreach (IConfigurationSection child in keys.Count == 0 ? section.GetChildren() : [])
        {
            ReadKey(child, $"{relative}:{child.Key}");
        }
    }

    private void Add(OptionKey key, IConfigurationSection section)
    {
        IConfigurationSection[] children = [.. section.GetChildren()];
        bool isList = key.Kind == OptionKeyKind.List && children.Length > 0;
        if (children.Length > 0 && !isList)
        {
            throw Setting.Fault(children[0].Path, $"is not known: '{section.Path}' takes one value.", "Remove the keys below it.");
        }

        if (!isList && section.Value is null)
        {
            return;
        }

        Setting setting = new(key, section.Path, isList ? [.. children.Select(Item)] : [section.Value!], isList);
        if (!_settings.TryAdd(key.Name, setting) && !_settings[key.Name].SaysTheSameAs(setting))
        {
            throw Setting.Fault(setting.Path, $"says otherwise than '{_settings[key.Name].Path}', which sets the same option.", "Keep one of the two keys.");
        }
    }

    private static string Item(IConfigurationSection item)
    {
        bool isItem = int.TryParse(item.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _) && !item.GetChildren().Any();
        return isItem && !string.IsNullOrWhiteSpace(item.Value)
            ? item.Value
            : throw Setting.Fault(item.Path, "is not an item of a list of texts.", "Write the list as plain texts, none of them empty.");
    }

    private ConfigurationException Unknown(IConfigurationSection section, string relative)
    {
        if (section.GetChildren().FirstOrDefault() is { } child)
        {
            return Unknown(child, $"{relative}:{child.Key}");
        }

        string remedy = schema.IsGroup(relative)
            ? "It is a group of settings; set the keys below it."
            : schema.Suggest(relative) is { } name ? $"Did you mean '{name}'?" : "Remove it, or correct its name.";
        return Setting.Fault(section.Path, $"is not known. {remedy}", remedy);
    }
}
