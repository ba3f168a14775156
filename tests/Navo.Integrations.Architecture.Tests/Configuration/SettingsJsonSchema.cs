using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Navo.Integrations.Core.Configuration;

namespace Navo.Integrations.Architecture.Tests.Configuration;

/// <summary>Writes <c>docs/appsettings.schema.json</c>, a JSON schema (draft 7, which editors know) for the sections of an application's settings that are ours.</summary>
internal static class SettingsJsonSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private delegate string Form(string name);

    public static string Write()
    {
        JsonObject definitions = [];
        AddKeys(definitions);
        AddGroups(definitions, static name => name, static section => section.Name);
        AddGroups(definitions, KeyForm.ToSnakeCase, static section => section.Schema.Kind);
        JsonObject schema = new()
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Settings of Navo.Integrations in appsettings.json",
            ["description"] = "Names in Pascal case below Navo:Integrations, or in snake case below integrations. Case does not matter to the program, which takes either anywhere; this schema takes these.",
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["Navo"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["Integrations"] = Root(static s => [(s.Name, s.Name)]) } },
                ["integrations"] = Root(static s => s.SnakeNames.Select(name => (name, s.Schema.Kind))),
            },
            ["definitions"] = definitions,
        };
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Root(Func<ConfigurationSection, IEnumerable<(string Name, string Definition)>> names) =>
        Group(ConfigurationSection.All.SelectMany(names).Select(static entry => KeyValuePair.Create(entry.Name, Reference(entry.Definition))));

    /// <summary>Each key once; of those that all integrations share, a default that is not the same everywhere is left out.</summary>
    private static void AddKeys(JsonObject definitions)
    {
        ConfigurationSection[] integrations = [.. ConfigurationSection.All.Where(static section => section.Schema.IsIntegration)];
        foreach (ConfigurationKey key in integrations[0].Shared)
        {
            bool isSame = integrations.All(section => Equals(section.Shared.Single(k => k.Name == key.Name).Default, key.Default));
            definitions[NameOf(section: null, key)] = SettingJsonSchema.Of(isSame ? key : key with { Default = null });
        }

        foreach ((ConfigurationSection section, ConfigurationKey key) in ConfigurationSection.All.SelectMany(static s => s.Own.Select(key => (s, key))))
        {
            definitions[NameOf(section, key)] = SettingJsonSchema.Of(key);
        }
    }

    /// <summary>The sections in one form of their names. An integration's instances have the same keys without instances of their own.</summary>
    private static void AddGroups(JsonObject definitions, Form form, Func<ConfigurationSection, string> nameOf)
    {
        foreach (ConfigurationSection section in ConfigurationSection.All)
        {
            definitions[nameOf(section)] = Keys(definitions, section, form);
            if (section.Schema.IsIntegration)
            {
                string instance = $"{nameOf(section)}-instance";
                definitions[instance] = Keys(definitions, section, form);
                ((JsonObject)definitions[nameOf(section)]!["properties"]!)[form("Instances")] = new JsonObject { ["type"] = "object", ["additionalProperties"] = Reference(instance) };
            }
        }
    }

    private static JsonObject Keys(JsonObject definitions, ConfigurationSection section, Form form)
    {
        JsonObject group = Group([]);
        foreach (ConfigurationKey key in section.Own)
        {
            Put(group, form(key.Name).Split(':'), Reference(NameOf(section, key)));
        }

        foreach ((string name, JsonNode? value) in section.Schema.IsIntegration ? Shared(section, form) : [])
        {
            bool isGroup = value!["properties"] is not null;
            if (isGroup)
            {
                definitions[$"every.{name}"] ??= value.DeepClone();
            }

            ((JsonObject)group["properties"]!)[name] = isGroup ? Reference($"every.{name}") : value.DeepClone();
        }

        return group;
    }

    /// <summary>The keys of every integration and their short names.</summary>
    private static JsonObject Shared(ConfigurationSection section, Form form)
    {
        JsonObject group = Group([]);
        foreach (ConfigurationKey key in section.Shared)
        {
            Put(group, form(key.Name).Split(':'), Reference(NameOf(section: null, key)));
        }

        foreach (OptionKeyAlias alias in SharedOptionKeys.Aliases)
        {
            Put(group, [form(alias.Name)], Reference(NameOf(section: null, section.Shared.Single(key => key.Name == alias.Targets[0]))));
        }

        return (JsonObject)group["properties"]!;
    }

    private static string NameOf(ConfigurationSection? section, ConfigurationKey key) => $"{section?.Name ?? "Every"}.{key.Name.Replace(':', '.')}";

    private static void Put(JsonObject group, string[] path, JsonNode? value)
    {
        foreach (string name in path.SkipLast(1))
        {
            JsonObject properties = (JsonObject)group["properties"]!;
            properties[name] ??= Group([]);
            group = (JsonObject)properties[name]!;
        }

        ((JsonObject)group["properties"]!)[path[^1]] = value;
    }

    private static JsonObject Group(IEnumerable<KeyValuePair<string, JsonNode?>> properties) =>
        new() { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = new JsonObject(properties) };

    private static JsonNode? Reference(string definition) => new JsonObject { ["$ref"] = $"#/definitions/{definition}" };
}
