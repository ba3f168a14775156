using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>Vectors of texts: numbers, or their bytes in base64.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/embeddings"/>.</remarks>
internal static class EmbeddingResource
{
    private const int MostTexts = 2048;
    private const int MostTokens = 8192;

    public static JsonObject Create(OpenAiCall call)
    {
        RequestBody body = call.ReadBody("input", "model", "encoding_format", "dimensions", "user");
        OpenAiModel model = call.Server.Model(body.Needed("model"), OpenAiModelKind.Embedding);
        int dimensions = body.Integer("dimensions", 1, model.Dimensions) ?? model.Dimensions;
        string encoding = body.Text("encoding_format") ?? "float";
        if (encoding is not ("float" or "base64"))
        {
            throw OpenAiError.InvalidValue("encoding_format", encoding, "float", "base64");
        }

        string[] texts = Texts(body["input"]);
        int tokens = texts.Sum(Tokens.Count);
        if (call.Organization.IsUsedUp)
        {
            throw OpenAiError.QuotaUsedUp();
        }

        RateLimiter.Take(call, model, tokens);
        call.Organization.Record(new(call.Server.Time.GetUtcNow(), "embeddings", model.Id, call.Key) { InputTokens = tokens });
        return new()
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. texts.Select((t, i) => Json(Embedder.Embed(t, dimensions), i, encoding))]),
            ["model"] = model.Id,
            ["usage"] = new JsonObject { ["prompt_tokens"] = tokens, ["total_tokens"] = tokens },
        };
    }

    private static JsonObject Json(float[] vector, int index, string encoding) => new()
    {
        ["object"] = "embedding",
        ["index"] = index,
        ["embedding"] = encoding == "base64"
            ? JsonValue.Create(Convert.ToBase64String(MemoryMarshal.AsBytes(vector.AsSpan())))
            : new JsonArray([.. vector.Select(v => (JsonNode)JsonValue.Create(v))]),
    };

    /// <summary>Texts as such, or tokens as numbers, which stand for themselves.</summary>
    private static string[] Texts(JsonNode? input)
    {
        string[] texts = input switch
        {
            null => throw OpenAiError.Missing("input"),
            JsonArray { Count: > 0 } list when list.All(t => t?.GetValueKind() == JsonValueKind.Number) => [string.Join(' ', list.Select(t => t!.ToJsonString()))],
            JsonArray { Count: > 0 and <= MostTexts } list => [.. list.Select(t => t is JsonArray tokens ? string.Join(' ', tokens.Select(n => n!.ToJsonString())) : t?.ToString() ?? string.Empty)],
            JsonValue text when text.GetValueKind() == JsonValueKind.String => [text.GetValue<string>()],
            _ => throw InvalidInput(),
        };
        return texts.Any(t => t.Length == 0) ? throw InvalidInput()
            : texts.FirstOrDefault(t => Tokens.Count(t) > MostTokens) is { } longest
            ? throw new OpenAiError(400, $"This model's maximum context length is {MostTokens} tokens, however you requested {Tokens.Count(longest)} tokens. Please reduce your prompt.")
            : texts;
    }

    private static OpenAiError InvalidInput() => new OpenAiError(400, "'$.input' is invalid. Please check the API reference: https://platform.openai.com/docs/api-reference.");
}
