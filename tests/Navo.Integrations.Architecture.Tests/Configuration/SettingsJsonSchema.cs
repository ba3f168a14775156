using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Navo.Integrations.Core.Configuration;

namespace Navo.Integrations.Architecture.Tests.Configuration;

/// <summary>Writes <c>docs/appsettings.schema.json</c>, a JSON schema (draft 7, which editors know) for the sections of an application's settings that are ours.</summary>
internal static class SettingsJsonSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write()
    {
        JsonObject definitions = [];
        foreach (ConfigurationSection section in ConfigurationSection.All)
        {
            Add(definitions, section, section.Name, static name => name);
            Add(definitions, section, section.Schema.Kind, KeyForm.ToSnakeCase);
        }

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

    /// <summary>A section, and for an integration its instances, which have the same keys without instances of their own.</summary>
    private static void Add(JsonObject definitions, ConfigurationSection section, string name, Func<string, string> form)
    {
        if (!section.Schema.IsIntegration)
        {
            definitions[name] = Keys(section, form);
            return;
        }

        string instance = $"{name}-instance";
        definitions[instance] = Keys(section, form);
        JsonObject whole = Keys(section, form);
        ((JsonObject)whole["properties"]!)[form("Instances")] = new JsonObject { ["type"] = "object", ["additionalProperties"] = Reference(instance) };
        definitions[name] = whole;
    }

    private static JsonObject Keys(ConfigurationSection section, Func<string, string> form)
    {
        JsonObject group = Group([]);
        ConfigurationKey[] keys = [.. section.Own, .. section.Shared];
        foreach (ConfigurationKey key in keys)
        {
            Put(group, form(key.Name).Split(':'), SettingJsonSchema.Of(key, form));
        }

        foreach (OptionKeyAlias alias in section.Schema.IsIntegration ? SharedOptionKeys.Aliases.Concat(section.Schema.KeyAliases) : section.Schema.KeyAliases)
        {
            Put(group, form(alias.Name).Split(':'), SettingJsonSchema.Of(keys.Single(key => key.Name == alias.Targets[0]), form));
        }

        return group;
    }

    private static void Put(JsonObject group, string[] path, JsonObject value)
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
