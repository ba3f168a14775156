using System.Text.Json;
using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>Makes a value that is valid for a schema, as far as the input allows out of its words.</summary>
/// <param name="root">The whole schema, for its definitions.</param>
/// <param name="source">What the input holds.</param>
internal sealed class SchemaWalker(JsonObject root, SchemaSource source)
{
    private const int MostDepth = 6;
    private const int MostItems = 3;

    public JsonNode? Make() => Make(root, string.Empty, 0);

    private JsonNode? Make(JsonObject schema, string name, int depth)
    {
        schema = Resolve(schema);
        if (schema.TryGetPropertyValue("const", out JsonNode? constant))
        {
            return constant?.DeepClone();
        }

        if (schema["enum"] is JsonArray choices)
        {
            return (source.Occurring(choices).FirstOrDefault() ?? Fallback(schema, choices))?.DeepClone();
        }

        if (schema["anyOf"] is JsonArray options)
        {
            return AnyOf([.. options.OfType<JsonObject>().Select(Resolve)], name, depth);
        }

        string[] types = TypesOf(schema);
        JsonNode? made = OfType(types.FirstOrDefault(t => t != "null") ?? "null", schema, name, depth, types.Contains("null"));
        return made;
    }

    private JsonNode? OfType(string type, JsonObject schema, string name, int depth, bool isNullable) => type switch
    {
        "object" => isNullable && depth > MostDepth ? null : Object(schema, depth),
        "array" => Array(schema, name, depth),
        "string" => source.Text(name, schema["format"]?.ToString(), isNullable) is { } text ? JsonValue.Create(Cut(text, schema)) : null,
        "integer" => source.Number(name, isNullable) is { } number ? JsonValue.Create((long)Bound(Math.Round(number), schema)) : null,
        "number" => source.Number(name, isNullable) is { } number ? JsonValue.Create(Bound(number, schema)) : null,
        "boolean" => JsonValue.Create(source.Says(name)),
        _ => null,
    };

    private static JsonNode? Fallback(JsonObject schema, JsonArray choices) =>
        TypesOf(schema).Contains("null") && choices.Any(c => c is null) ? null : choices.FirstOrDefault(c => c is not null);

    private JsonNode? AnyOf(JsonObject[] options, string name, int depth)
    {
        bool isNullable = options.Any(o => TypesOf(o) is ["null"]);
        JsonObject? first = options.FirstOrDefault(o => TypesOf(o) is not ["null"]);
        return first is null || (isNullable && depth > MostDepth) ? null
            : isNullable && first["enum"] is JsonArray choices && !source.Occurring(choices).Any() ? null
            : Make(isNullable && TypesOf(first) is [var type] ? WithTypes(first, type) : first, name, depth + 1);
    }

    private static JsonObject WithTypes(JsonObject schema, string type)
    {
        JsonObject copy = (JsonObject)schema.DeepClone();
        copy["type"] = new JsonArray(type, "null");
        return copy;
    }

    private JsonObject Object(JsonObject schema, int depth)
    {
        JsonObject made = [];
        foreach ((string name, JsonNode? member) in schema["properties"] as JsonObject ?? [])
        {
            made[name] = member is JsonObject known ? Make(known, name, depth + 1) : null;
        }

        return made;
    }

    private JsonArray Array(JsonObject schema, string name, int depth)
    {
        JsonObject items = Resolve(schema["items"] as JsonObject ?? []);
        int least = Limit(schema, "minItems", 0);
        int most = Math.Max(least, Math.Min(MostItems, Limit(schema, "maxItems", MostItems)));
        IEnumerable<JsonNode?> found = items["enum"] is JsonArray choices ? source.Occurring(choices).Select(c => c?.DeepClone())
            : TypesOf(items).Contains("string") ? source.Keywords(name).Select(k => (JsonNode?)JsonValue.Create(k))
            : depth > MostDepth ? []
            : [Make(items, name, depth + 1)];
        List<JsonNode?> chosen = [.. found.Take(most)];
        while (chosen.Count < least)
        {
            chosen.Add(Make(items, name, depth + 1));
        }

        return [.. chosen];
    }

    private JsonObject Resolve(JsonObject schema)
    {
        for (int hops = 0; hops < MostDepth && schema["$ref"]?.ToString() is { } reference; hops++)
        {
            schema = reference.Split('/').Skip(1).Aggregate((JsonNode?)root, (at, part) => at?[part]) as JsonObject ?? [];
        }

        return schema;
    }

    private static string[] TypesOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray many => [.. many.Select(t => t?.ToString() ?? "null")],
        { } one => [one.ToString()],
        null => schema["properties"] is null ? [] : ["object"],
    };

    private static int Limit(JsonObject schema, string name, int byDefault) => schema[name]?.GetValueKind() == JsonValueKind.Number ? schema[name]!.GetValue<int>() : byDefault;

    private static string Cut(string text, JsonObject schema) => text[..Math.Min(text.Length, Limit(schema, "maxLength", text.Length))].PadRight(Limit(schema, "minLength", 0), '.');

    private static double Bound(double value, JsonObject schema)
    {
        double least = schema["minimum"] is JsonValue minimum ? minimum.GetValue<double>() : double.MinValue;
        double most = schema["maximum"] is JsonValue maximum ? maximum.GetValue<double>() : double.MaxValue;
        return Math.Clamp(value, least, Math.Max(least, most));
    }
}
