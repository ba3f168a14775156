using System.Text.Json.Nodes;

namespace Navo.Integrations.Contracts;

/// <summary>One OpenAPI file, mounted where its server has it.</summary>
internal sealed class ApiDescription
{
    private readonly JsonNode _document;
    private readonly List<(string[] Template, Dictionary<string, ApiOperation> Operations)> _paths;

    /// <param name="file">The file.</param>
    /// <param name="prefix">The path of its server.</param>
    /// <param name="isLoose">Whether one of several alternatives may as well be any of them: for a vendor whose alternatives overlap.</param>
    public ApiDescription(string file, string prefix, bool isLoose = false)
    {
        string text = File.ReadAllText(file);
        JsonNode document = JsonNode.Parse(isLoose ? text.Replace("\"oneOf\":", "\"anyOf\":", StringComparison.Ordinal) : text)!;
        _document = document;
        _paths = [.. document["paths"]!.AsObject()
            .Select(p => (Template: (prefix + p.Key).Trim('/').Split('/'), Operations: Operations(p.Value!.AsObject(), document)))
            .OrderBy(p => p.Template.Count(IsVariable))];
    }

    /// <summary>What is wrong with a request; null if the description does not know the path at all.</summary>
    public IReadOnlyList<string>? Check(string method, string path, ILookup<string, string> query, string? body)
    {
        string[] segments = [.. path.Trim('/').Split('/').Select(Uri.UnescapeDataString)];
        foreach ((string[] template, Dictionary<string, ApiOperation> operations) in _paths)
        {
            if (Bind(template, segments) is { } bound)
            {
                return operations.TryGetValue(method, out ApiOperation? operation)
                    ? [.. operation.Check(bound, query, body)]
                    : [$"method {method} is unknown on this path"];
            }
        }

        return null;
    }

    /// <summary>What is wrong with an answer; null if the description does not know the path at all.</summary>
    public IReadOnlyList<string>? CheckAnswer(string method, string path, int status, string body)
    {
        string[] segments = [.. path.Trim('/').Split('/').Select(Uri.UnescapeDataString)];
        ApiOperation? operation = _paths.Where(p => Bind(p.Template, segments) is not null).Select(p => p.Operations.GetValueOrDefault(method)).FirstOrDefault();
        return operation is null ? null : [.. operation.CheckAnswer(status, body)];
    }

    /// <summary>What is wrong with a value of a named schema.</summary>
    public IEnumerable<string> CheckSchema(string name, string value) => new BodyRule(isRequired: true, _document["components"]!["schemas"]![name], _document).Check(value);

    private static Dictionary<string, ApiOperation> Operations(JsonObject path, JsonNode document) =>
        path.Where(o => o.Key is "get" or "post" or "put" or "delete" or "patch" or "head")
            .ToDictionary(o => o.Key, o => new ApiOperation(o.Value!, path["parameters"], document), StringComparer.OrdinalIgnoreCase);

    /// <summary>A segment of a function is told by its name: its arguments are part of it.</summary>
    private static bool IsSame(string template, string segment) =>
        template == segment || (template.Contains("('{", StringComparison.Ordinal) || template.Contains("='{", StringComparison.Ordinal)) && segment.Contains('(', StringComparison.Ordinal) && template.Split('(')[0] == segment.Split('(')[0];

    private static bool IsVariable(string segment) => segment.StartsWith('{');

    private static Dictionary<string, string>? Bind(string[] template, string[] segments)
    {
        if (template.Length != segments.Length || template.Zip(segments).Any(s => !IsVariable(s.First) && !IsSame(s.First, s.Second)))
        {
            return null;
        }

        return template.Zip(segments).Where(s => IsVariable(s.First)).ToDictionary(s => s.First.Trim('{', '}'), s => s.Second, StringComparer.Ordinal);
    }
}
