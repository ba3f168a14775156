using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>Chat completions, whole or streamed. One choice only.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/chat"/>.</remarks>
internal static class ChatResource
{
    public static async Task CreateAsync(OpenAiCall call)
    {
        RequestBody body = call.ReadBody(ChatRequest.Members);
        GenerationOrder order = ChatRequest.Read(call, body);
        Generation generation = Generation.Begin(call, order);
        ChatJson json = new(call.Server.NextId("chatcmpl-", 29), call.Server.Now, generation);
        string text = body.Flag("stream") is true
            ? await StreamAsync(call, body, generation, json).ConfigureAwait(false)
            : await generation.RunToEndAsync(call.Aborted).ConfigureAwait(false);
        JsonObject whole = json.Whole(text, body.Copy("metadata"));
        if (body.Flag("store") is true)
        {
            call.Organization.Keep(json.Id, whole, order.Messages);
        }

        if (!call.Http.Response.HasStarted)
        {
            await call.SendAsync(whole).ConfigureAwait(false);
        }
    }

    private static async Task<string> StreamAsync(OpenAiCall call, RequestBody body, Generation generation, ChatJson json)
    {
        bool tellsUsage = ChatRequest.Includes(body, "include_usage", byDefault: false);
        bool isPadded = ChatRequest.Includes(body, "include_obfuscation", byDefault: true);
        SseWriter writer = new(call);
        System.Text.StringBuilder text = new();
        JsonObject Dressed(JsonObject chunk)
        {
            if (tellsUsage)
            {
                chunk["usage"] ??= null;
            }

            if (isPadded)
            {
                chunk["obfuscation"] = Obfuscation.For(chunk);
            }

            return chunk;
        }

        await writer.WriteAsync(Dressed(json.First())).ConfigureAwait(false);
        await foreach (string token in generation.RunAsync(call.Aborted).ConfigureAwait(false))
        {
            text.Append(token);
            await writer.WriteAsync(Dressed(json.Delta(token))).ConfigureAwait(false);
        }

        await EndAsync(writer, Dressed(json.Last()), tellsUsage ? Dressed(json.Usages()) : null).ConfigureAwait(false);
        return text.ToString();
    }

    private static async Task EndAsync(SseWriter writer, JsonObject last, JsonObject? usage)
    {
        await writer.WriteAsync(last).ConfigureAwait(false);
        if (usage is not null)
        {
            await writer.WriteAsync(usage).ConfigureAwait(false);
        }

        await writer.EndAsync().ConfigureAwait(false);
    }
}
