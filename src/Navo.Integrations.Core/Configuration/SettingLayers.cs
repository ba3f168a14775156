using Microsoft.Extensions.Configuration;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Configuration;

/// <summary>The sections that speak about one kind of integration, and what takes precedence among them.</summary>
internal sealed class SettingLayers(IConfiguration root, IntegrationSchema schema)
{
    private const string InstancesKey = "Instances";

    private static readonly string[] Roots = ["integrations", "Navo:Integrations"];

    /// <summary>The settings of the section itself, which all instances start from.</summary>
    public Dictionary<string, Setting> ReadShared() => Merge(Roots.Select(ReadShared));

    /// <summary>The settings of one named instance alone.</summary>
    public Dictionary<string, Setting> ReadInstance(string instance) => Merge(Roots.Select(name => ReadInstance(name, instance)));

    /// <summary>The names of the named instances, in lower case and order.</summary>
    public IEnumerable<string> ReadInstanceNames() => Roots
        .SelectMany(InstanceSections)
        .Select(section => Checked(section).Instance)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static Dictionary<string, Setting> Merge(IEnumerable<IReadOnlyDictionary<string, Setting>> layers)
    {
        Dictionary<string, Setting> merged = new(StringComparer.Ordinal);
        foreach (Setting setting in layers.SelectMany(layer => layer.Values))
        {
            merged[setting.Key.Name] = setting;
        }

        return merged;
    }

    private IReadOnlyDictionary<string, Setting> ReadShared(string rootName)
    {
        SettingsReader reader = new(schema.Index);
        foreach (IConfigurationSection section in KindSections(rootName))
        {
            reader.Read(section, skip: InstancesKey);
        }

        return reader.Settings;
    }

    private IReadOnlyDictionary<string, Setting> ReadInstance(string rootName, string instance)
    {
        SettingsReader reader = new(schema.Index);
        foreach (IConfigurationSection section in InstanceSections(rootName).Where(s => s.Key.Equals(instance, StringComparison.OrdinalIgnoreCase)))
        {
            reader.Read(section);
        }

        return reader.Settings;
    }

    private IEnumerable<IConfigurationSection> KindSections(string rootName) =>
        root.GetSection(rootName).GetChildren().Where(section => schema.Index.IsSection(section.Key)).Select(Group);

    private IEnumerable<IConfigurationSection> InstanceSections(string rootName) =>
        KindSections(rootName)
            .SelectMany(section => section.GetChildren())
            .Where(child => child.Key.Equals(InstancesKey, StringComparison.OrdinalIgnoreCase))
            .SelectMany(instances => Group(instances).GetChildren())
            .Select(Group);

    private static IConfigurationSection Group(IConfigurationSection section) => string.IsNullOrEmpty(section.Value)
        ? section
        : throw Setting.Fault(section.Path, "is a group of settings and has no value of its own.", "Set the keys below it.");

    private IntegrationName Checked(IConfigurationSection section)
    {
        try
        {
            return new(schema.Kind, section.Key);
        }
        catch (ConfigurationException)
        {
            throw Setting.Fault(section.Path, "is not a usable name of an instance.", "Use 1 to 64 letters, digits, '-' or '_'.");
        }
    }
}
