using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>Flags texts that hold one of the organization's harmful words. It costs nothing.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/moderations"/>.</remarks>
internal static class ModerationResource
{
    private const double Harmful = 0.97;
    private const double Harmless = 0.0001;

    private static readonly string[] Categories =
    [
        "harassment", "harassment/threatening", "sexual", "hate", "hate/threatening", "illicit", "illicit/violent", "self-harm/intent", "self-harm/instructions", "self-harm",
        "sexual/minors", "violence", "violence/graphic",
    ];

    public static JsonObject Create(OpenAiCall call)
    {
        RequestBody body = call.ReadBody("input", "model");
        OpenAiModel model = call.Server.Model(body.Text("model") ?? "omni-moderation-latest", OpenAiModelKind.Moderation);
        string[] texts = body["input"] switch
        {
            null => throw OpenAiError.Missing("input"),
            JsonArray parts when parts.Any(p => p is JsonObject) => [string.Join('\n', parts.Select(p => p?["text"]?.ToString()))],
            JsonArray list => [.. list.Select(t => t?.ToString() ?? string.Empty)],
            var text => [text.ToString()],
        };
        return new()
        {
            ["id"] = call.Server.NextId("modr-", 32),
            ["model"] = model.Id,
            ["results"] = new JsonArray([.. texts.Select(t => Result(call.Organization, t))]),
        };
    }

    private static JsonObject Result(OpenAiOrganization organization, string text)
    {
        HashSet<string> words = [.. text.Split([' ', '\n', '\t', '.', ',', '!', '?', ';', ':', '"'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.ToLowerInvariant())];
        HashSet<string> hit = [.. organization.HarmfulWords.Where(w => words.Contains(w.Key.ToLowerInvariant())).Select(w => w.Value)];
        JsonObject Each(Func<string, JsonNode> value) => new(Categories.Select(c => KeyValuePair.Create(c, (JsonNode?)value(c))));
        return new()
        {
            ["flagged"] = hit.Count > 0,
            ["categories"] = Each(c => hit.Contains(c)),
            ["category_scores"] = Each(c => hit.Contains(c) ? Harmful : Harmless),
            ["category_applied_input_types"] = Each(_ => new JsonArray("text")),
        };
    }
}
