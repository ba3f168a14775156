using System.Text.Json;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;

namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>Reads the filters of a search. A file without the attribute passes only ne and nin.</summary>
internal static class AttributeFilter
{
    private static readonly string[] Comparisons = ["eq", "ne", "gt", "gte", "lt", "lte", "in", "nin"];

    public static Func<JsonObject, bool> Read(JsonNode? node, string at = "filters")
    {
        if (node is null)
        {
            return _ => true;
        }

        JsonObject filter = node as JsonObject ?? throw OpenAiError.InvalidType(at, "an object");
        string type = filter["type"]?.ToString() ?? "eq";
        return type is "and" or "or" ? Compound(filter, type, at)
            : Comparisons.Contains(type) ? Comparison(filter, type, at)
            : throw OpenAiError.InvalidValue($"{at}.type", type, [.. Comparisons, "and", "or"]);
    }

    private static Func<JsonObject, bool> Compound(JsonObject filter, string type, string at)
    {
        OnlyMembers(filter, ["type", "filters"], at);
        JsonArray parts = filter["filters"] as JsonArray ?? throw OpenAiError.Missing($"{at}.filters");
        Func<JsonObject, bool>[] read = [.. parts.Select((p, i) => Read(p, $"{at}.filters[{i}]"))];
        return type == "and" ? a => read.All(f => f(a)) : a => read.Any(f => f(a));
    }

    private static Func<JsonObject, bool> Comparison(JsonObject filter, string type, string at)
    {
        OnlyMembers(filter, ["type", "key", "value"], at);
        string key = filter["key"]?.ToString() ?? throw OpenAiError.Missing($"{at}.key");
        JsonNode value = filter["value"] ?? throw OpenAiError.Missing($"{at}.value");
        if (type is "in" or "nin")
        {
            JsonArray list = value as JsonArray ?? throw OpenAiError.InvalidType($"{at}.value", "an array");
            return attributes => attributes[key] is { } own && list.Any(v => Compare(own, v) == 0) == (type == "in");
        }

        return attributes => attributes[key] is { } own ? Holds(type, Compare(own, value)) : type == "ne";
    }

    private static bool Holds(string type, int? order) => type switch
    {
        "eq" => order == 0,
        "ne" => order != 0,
        "gt" => order > 0,
        "gte" => order >= 0,
        "lt" => order < 0,
        _ => order <= 0,
    };

    private static int? Compare(JsonNode left, JsonNode? right) => (left.GetValueKind(), right?.GetValueKind()) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => left.GetValue<double>().CompareTo(JsonSerializer.Deserialize<double>(right)),
        (JsonValueKind.String, JsonValueKind.String) => Math.Sign(string.CompareOrdinal(left.GetValue<string>(), right!.GetValue<string>())),
        (JsonValueKind.True or JsonValueKind.False, JsonValueKind.True or JsonValueKind.False) => left.GetValue<bool>().CompareTo(right!.GetValue<bool>()),
        _ => null,
    };

    internal static void OnlyMembers(JsonObject filter, string[] known, string at)
    {
        if (filter.Select(m => m.Key).FirstOrDefault(m => !known.Contains(m)) is { } unknown)
        {
            throw OpenAiError.UnknownParameter($"{at}.{unknown}");
        }
    }
}
