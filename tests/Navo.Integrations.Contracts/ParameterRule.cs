using System.Globalization;
using System.Text.Json.Nodes;

namespace Navo.Integrations.Contracts;

/// <summary>What a description says about one parameter.</summary>
internal sealed class ParameterRule(string name, bool isRequired, bool isExploded, JsonNode? schema, Func<JsonNode?, JsonNode?> resolve)
{
    public bool IsRequired => isRequired;

    public IEnumerable<string> Check(IReadOnlyList<string> sent)
    {
        JsonNode? resolved = resolve(schema);
        if (TypeOf(resolved) == "array")
        {
            return CheckList(resolved, isExploded ? sent : [.. sent.SelectMany(v => v.Split(','))]);
        }

        return sent.Count > 1
            ? [$"parameter '{name}' is sent {sent.Count} times but is not a list"]
            : sent.Where(v => !Allows(resolved, v)).Select(Refusal);
    }

    private static string? TypeOf(JsonNode? schema) => schema?["type"] is JsonValue type ? type.GetValue<string>() : null;

    private IEnumerable<string> CheckList(JsonNode? list, IReadOnlyList<string> sent)
    {
        JsonNode? items = resolve(list?["items"]);
        foreach (string value in sent.Where(v => !Allows(items, v)))
        {
            yield return Refusal(value);
        }

        if (list?["maxItems"] is { } most && sent.Count > most.GetValue<int>())
        {
            yield return $"parameter '{name}' has {sent.Count} values, {most} are allowed";
        }
    }

    private string Refusal(string value) => $"parameter '{name}' may not be '{value}'";

    private bool Allows(JsonNode? schema, string value)
    {
        schema = resolve(schema);
        if ((schema?["oneOf"] ?? schema?["anyOf"]) is JsonArray choices)
        {
            return choices.Any(c => Allows(c, value));
        }

        return HasType(TypeOf(schema), value)
            && (schema?["enum"] is not JsonArray words || words.Any(w => w?.ToString() == value))
            && IsWithin(schema, value);
    }

    private static bool HasType(string? type, string value) => type switch
    {
        "integer" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        "boolean" => value is "true" or "false",
        _ => true,
    };

    private static bool IsWithin(JsonNode? schema, string value) =>
        !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        || TypeOf(schema) is not ("integer" or "number")
        || ((schema?["minimum"] is not { } least || number >= Number(least)) && (schema?["maximum"] is not { } most || number <= Number(most)));

    private static double Number(JsonNode node) => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);
}
