using System.Text.Json.Nodes;

namespace Navo.Integrations.Contracts;

/// <summary>One method on one path of a description.</summary>
internal sealed class ApiOperation
{
    private readonly Dictionary<string, ParameterRule> _path = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParameterRule> _query = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BodyRule> _answers = new(StringComparer.Ordinal);
    private readonly BodyRule? _body;

    public ApiOperation(JsonNode operation, JsonNode? shared, JsonNode document)
    {
        JsonNode? Resolve(JsonNode? node)
        {
            while (node?["$ref"] is JsonValue reference)
            {
                node = reference.GetValue<string>().Split('/').Skip(1).Aggregate<string, JsonNode?>(document, (at, part) => at?[part]);
            }

            return node;
        }

        // A later declaration wins: Data Center declares parameters twice, as plain strings and then with their types.
        foreach (JsonNode? declared in (shared as JsonArray ?? []).Concat(operation["parameters"] as JsonArray ?? []))
        {
            JsonNode parameter = Resolve(declared)!;
            string name = parameter["name"]!.GetValue<string>();
            var rule = new ParameterRule(
                name, parameter["required"]?.GetValue<bool>() ?? false, parameter["explode"]?.GetValue<bool>() ?? true, parameter["schema"], Resolve);
            (parameter["in"]!.GetValue<string>() switch { "path" => _path, "query" => _query, _ => [] })[name] = rule;
        }

        if (Resolve(operation["requestBody"]) is { } body)
        {
            _body = new BodyRule(body["required"]?.GetValue<bool>() ?? false, body["content"]?["application/json"]?["schema"], document);
        }

        foreach ((string status, JsonNode? answer) in operation["responses"] as JsonObject ?? [])
        {
            _answers[status] = new BodyRule(isRequired: false, Resolve(answer)?["content"]?["application/json"]?["schema"], document);
        }
    }

    public IEnumerable<string> CheckAnswer(int status, string body) =>
        _answers.TryGetValue(status.ToString(System.Globalization.CultureInfo.InvariantCulture), out BodyRule? rule) ? rule.Check(body) : [$"status {status} is unknown"];

    public IEnumerable<string> Check(IReadOnlyDictionary<string, string> path, ILookup<string, string> query, string? body)
    {
        IEnumerable<string> inPath = path.Where(p => _path.ContainsKey(p.Key)).SelectMany(p => _path[p.Key].Check([p.Value]));
        IEnumerable<string> inQuery = query.SelectMany(q =>
            _query.TryGetValue(q.Key, out ParameterRule? rule) ? rule.Check([.. q]) : [$"parameter '{q.Key}' is unknown"]);
        IEnumerable<string> missing = _query.Where(q => q.Value.IsRequired && !query.Contains(q.Key)).Select(q => $"parameter '{q.Key}' is missing");
        IEnumerable<string> inBody = _body?.Check(body) ?? (string.IsNullOrEmpty(body) ? [] : ["a body is sent where none belongs"]);
        return [.. inPath, .. inQuery, .. missing, .. inBody];
    }
}
