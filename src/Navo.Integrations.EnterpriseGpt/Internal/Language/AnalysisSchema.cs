using System.Text.Json.Nodes;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>The schema of an analysis, in the strict subset: every object closed, every member required, what may lack a union with null.</summary>
/// <remarks><see href="https://platform.openai.com/docs/guides/structured-outputs#supported-schemas"/>.</remarks>
internal static class AnalysisSchema
{
    private static readonly string[] Languages =
    [
        "und", "en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "bg", "el", "tr",
        "ru", "uk", "ar", "he", "fa", "hi", "bn", "ja", "ko", "zh", "vi", "th", "id", "ms",
    ];

    /// <summary>Made once: a schema that stays the same is compiled once by the vendor.</summary>
    public static AnswerSchema Value { get; } = new("query_analysis", BinaryData.FromString(Root().ToJsonString()));

    private static JsonObject Root() => Closed(new()
    {
        ["intent"] = OneOf(WireNames<QueryIntent>.All),
        ["entities"] = List(Closed(new() { ["text"] = Type("string"), ["kind"] = OneOf(WireNames<QueryEntityKind>.All) })),
        ["keywords"] = Texts(),
        ["time_range"] = Optional(Closed(new() { ["from"] = Optional(Type("string")), ["to"] = Optional(Type("string")) })),
        ["sources"] = Texts(),
        ["filters"] = Closed(new()
        {
            ["containers"] = Texts(),
            ["kinds"] = List(OneOf([.. WireNames<ContentKind>.All.Where(k => k != "other")])),
            ["labels"] = Texts(),
            ["authors"] = Texts(),
        }),
        ["language"] = OneOf(Languages),
        ["rewritten_queries"] = Texts(),
    });

    private static JsonObject Closed(JsonObject members) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray([.. members.Select(m => (JsonNode)JsonValue.Create(m.Key))]),
        ["properties"] = members,
    };

    private static JsonObject Type(string name) => new() { ["type"] = name };

    private static JsonObject OneOf(IReadOnlyList<string> names)
    {
        JsonObject schema = Type("string");
        schema["enum"] = new JsonArray([.. names.Select(n => (JsonNode)JsonValue.Create(n))]);
        return schema;
    }

    private static JsonObject List(JsonObject items)
    {
        JsonObject schema = Type("array");
        schema["items"] = items;
        return schema;
    }

    private static JsonObject Texts() => List(Type("string"));

    private static JsonObject Optional(JsonObject schema) => new() { ["anyOf"] = new JsonArray(schema, Type("null")) };
}
