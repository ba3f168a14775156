using System.Text.Json;

namespace Navo.Integrations.Testing.Tests.SharePoint;

/// <summary>The vendor's description of Graph, to hold answers against: each member is described, and has the described kind of value.</summary>
internal sealed class GraphDescription(JsonElement document)
{
    private const string Reference = "#/components/schemas/";

    /// <summary>The description beside this checkout; null where there is none.</summary>
    public static GraphDescription? Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string file = Path.Combine(at.FullName, "shared", "specs", "graph-v1.0-cut.json");
            if (File.Exists(file))
            {
                return new(JsonElement.Parse(File.ReadAllBytes(file)));
            }
        }

        return null;
    }

    /// <summary>What an entity has that the description of its type does not.</summary>
    public IReadOnlyList<string> Violations(string type, JsonElement entity)
    {
        List<string> found = [];
        Check(type, Schema($"{Reference}microsoft.graph.{type}"), entity, found);
        return found;
    }

    private JsonElement Schema(string reference) => document.GetProperty("components").GetProperty("schemas").GetProperty(reference[Reference.Length..]);

    private void Check(string at, JsonElement schema, JsonElement value, List<string> found)
    {
        JsonElement resolved = Resolve(schema);
        if (value.ValueKind == JsonValueKind.Array)
        {
            if (!resolved.TryGetProperty("items", out JsonElement items))
            {
                found.Add($"{at} is no list");
                return;
            }

            foreach (JsonElement item in value.EnumerateArray())
            {
                Check(at, items, item, found);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            CheckObject(at, resolved, value, found);
        }
        else if (resolved.TryGetProperty("type", out JsonElement type) && !IsOf(type.GetString()!, value))
        {
            found.Add($"{at} is no {type}");
        }
    }

    private void CheckObject(string at, JsonElement schema, JsonElement value, List<string> found)
    {
        Dictionary<string, JsonElement> members = Members(schema);
        bool isOpen = members.Count <= 1 || at.EndsWith(".fields", StringComparison.Ordinal) || at.EndsWith(".webparts", StringComparison.Ordinal);
        foreach (JsonProperty member in value.EnumerateObject().Where(m => !isOpen && !m.Name.StartsWith('@')))
        {
            if (members.TryGetValue(member.Name, out JsonElement described))
            {
                Check($"{at}.{member.Name}", described, member.Value, found);
            }
            else
            {
                found.Add($"{at}.{member.Name} is unknown");
            }
        }
    }

    private Dictionary<string, JsonElement> Members(JsonElement schema)
    {
        Dictionary<string, JsonElement> members = [];
        JsonElement resolved = Resolve(schema);
        if (resolved.TryGetProperty("allOf", out JsonElement parts))
        {
            members = parts.EnumerateArray().SelectMany(Members).GroupBy(m => m.Key).ToDictionary(m => m.Key, m => m.Last().Value);
        }

        if (resolved.TryGetProperty("properties", out JsonElement own))
        {
            foreach (JsonProperty member in own.EnumerateObject())
            {
                members[member.Name] = member.Value;
            }
        }

        return members;
    }

    /// <summary>Follows references, and takes the first of alternatives: the others say that a value may be null.</summary>
    private JsonElement Resolve(JsonElement schema)
    {
        while (true)
        {
            if (schema.TryGetProperty("$ref", out JsonElement reference))
            {
                schema = Schema(reference.GetString()!);
            }
            else if (schema.TryGetProperty("anyOf", out JsonElement choices) || schema.TryGetProperty("oneOf", out choices))
            {
                schema = choices[0];
            }
            else
            {
                return schema;
            }
        }
    }

    private static bool IsOf(string type, JsonElement value) => (type, value.ValueKind) switch
    {
        (_, JsonValueKind.Null) => true,
        ("string", JsonValueKind.String) or ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number" or "integer", JsonValueKind.Number) => true,
        _ => false,
    };
}
