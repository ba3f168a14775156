using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>Responses, whole or streamed.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/responses"/>.</remarks>
internal static class ResponseResource
{
    private static readonly string[] Counted =
        ["conversation", "input", "instructions", "model", "parallel_tool_calls", "personality", "previous_response_id", "reasoning", "text", "tool_choice", "tools", "truncation"];

    public static async Task CreateAsync(OpenAiCall call)
    {
        RequestBody body = call.ReadBody(ResponseRequest.Members);
        GenerationOrder order = ResponseRequest.Read(call, body);
        Generation generation = Generation.Begin(call, order);
        ResponseJson json = new(call, body, generation);
        string text = body.Flag("stream") is true
            ? await new ResponseStream(call, body, generation, json).RunAsync().ConfigureAwait(false)
            : await generation.RunToEndAsync(call.Aborted).ConfigureAwait(false);
        JsonObject whole = json.Whole(text);
        if (body.Flag("store") is not false)
        {
            call.Organization.Keep(json.Id, whole, [.. order.Messages, new PromptMessage("assistant", text)]);
        }

        if (!call.Http.Response.HasStarted)
        {
            await call.SendAsync(whole).ConfigureAwait(false);
        }
    }

    public static JsonObject CountTokens(OpenAiCall call)
    {
        RequestBody body = call.ReadBody(Counted);
        return new() { ["object"] = "response.input_tokens", ["input_tokens"] = Tokens.Count(ResponseRequest.Messages(call, body)) };
    }

    public static JsonObject Get(OpenAiCall call, string id) =>
        (call.Organization.Stored(id) ?? throw OpenAiError.NotFound("Response with id", id)).Response.DeepClone().AsObject();

    public static JsonObject Delete(OpenAiCall call, string id) => call.Organization.Forget(id)
        ? new() { ["id"] = id, ["object"] = "response.deleted", ["deleted"] = true }
        : throw OpenAiError.NotFound("Response with id", id);
}
