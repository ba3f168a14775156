using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Mcp.Internal;

/// <summary>Reads and bounds what a caller passes.</summary>
internal static class ToolArguments
{
    private const int ShownName = 40;

    /// <exception cref="InvalidQueryException">An argument is missing, unknown or of the wrong kind.</exception>
    public static T Read<T>(IDictionary<string, JsonElement>? arguments, JsonTypeInfo<T> type)
        where T : class
    {
        JsonObject given = new((arguments ?? new Dictionary<string, JsonElement>()).Select(static a => KeyValuePair.Create(a.Key, Node(a.Value))));
        if (type.Properties.FirstOrDefault(p => p.IsRequired && !given.ContainsKey(p.Name)) is { } missing)
        {
            throw Wrong($"The argument '{missing.Name}' is missing.");
        }

        if (given.FirstOrDefault(g => type.Properties.All(p => p.Name != g.Key)).Key is { } unknown)
        {
            throw Wrong($"There is no argument '{Shown(unknown)}'.");
        }

        try
        {
            return given.Deserialize(type)!;
        }
        catch (JsonException wrong)
        {
            throw Wrong($"The argument '{Shown(wrong.Path?.Split('.', '[') is [_, { } name, ..] ? name : "?")}' has a value of the wrong kind.");
        }
    }

    /// <exception cref="InvalidQueryException">The number is out of its bounds.</exception>
    public static int Within(int value, int least, int most, string argument) =>
        value >= least && value <= most ? value : throw Wrong($"The argument '{argument}' is {least} to {most}.");

    /// <exception cref="InvalidQueryException">The text is too long.</exception>
    public static string? NotLonger(string? text, int most, string argument) =>
        text is null || text.Length <= most ? text : throw Wrong($"The argument '{argument}' has at most {most} characters.");

    /// <exception cref="InvalidQueryException">There are too many, or one of them cannot be a name.</exception>
    public static IReadOnlyList<IntegrationName> Sources(IReadOnlyList<string>? names, int most) =>
        names is null ? [] : names.Count <= most ? [.. names.Select(Source)] : throw Wrong($"The argument 'sources' has at most {most} names.");

    /// <exception cref="InvalidQueryException">There is no such integration.</exception>
    public static IIntegration Integration(IIntegrationCatalog catalog, string source) =>
        catalog.TryGet(Source(source).ToString(), out IIntegration? integration)
            ? integration
            : throw Wrong($"There is no source of that name. There are: {string.Join(", ", catalog.Select(static i => i.Name))}.");

    private static IntegrationName Source(string name)
    {
        try
        {
            return IntegrationName.Parse(name ?? string.Empty);
        }
        catch (ConfigurationException)
        {
            throw Wrong("A source is not named so; a name is such as 'confluence' or 'confluence:legal'.");
        }
    }

    private static JsonNode? Node(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        _ => JsonValue.Create(value),
    };

    private static string Shown(string name) => new([.. name.Take(ShownName).Select(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '·')]);

    private static InvalidQueryException Wrong(string message) => new(message) { Remedy = "Call again with arguments as the tool's input schema has them." };
}
