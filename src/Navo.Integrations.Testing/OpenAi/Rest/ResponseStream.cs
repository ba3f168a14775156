using System.Text;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>Streams a response: its frame, the thoughts, the message with its part and pieces, and the response as it ends.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/responses-streaming"/>.</remarks>
internal sealed class ResponseStream(OpenAiCall call, RequestBody body, Generation generation, ResponseJson json)
{
    private readonly SseWriter _writer = new(call) { Response = () => json.Response("in_progress") };
    private readonly bool _isPadded = ChatRequest.Includes(body, "include_obfuscation", byDefault: true);
    private int _sequence;
    private int _item;

    private string Kind => generation.IsRefusal ? "refusal" : "output_text";

    public async Task<string> RunAsync()
    {
        await SendAsync("response.created", new() { ["response"] = json.Response("in_progress") }).ConfigureAwait(false);
        await SendAsync("response.in_progress", new() { ["response"] = json.Response("in_progress") }).ConfigureAwait(false);
        foreach (JsonObject thoughts in json.Reasoning())
        {
            await SendAsync("response.output_item.added", new() { ["item"] = thoughts.DeepClone(), ["output_index"] = _item }).ConfigureAwait(false);
            await SendAsync("response.output_item.done", new() { ["item"] = thoughts, ["output_index"] = _item++ }).ConfigureAwait(false);
        }

        string text = generation.IsSilent ? await generation.RunToEndAsync(call.Aborted).ConfigureAwait(false) : await MessageAsync().ConfigureAwait(false);
        await SendAsync($"response.{json.EndStatus}", new() { ["response"] = json.Whole(text) }).ConfigureAwait(false);
        return text;
    }

    private async Task<string> MessageAsync()
    {
        await SendAsync("response.output_item.added", new() { ["item"] = json.Message("in_progress"), ["output_index"] = _item }).ConfigureAwait(false);
        await SendPartAsync("response.content_part.added", new() { ["part"] = json.Part(string.Empty) }).ConfigureAwait(false);
        StringBuilder text = new();
        await foreach (string token in generation.RunAsync(call.Aborted).ConfigureAwait(false))
        {
            text.Append(token);
            await SendPartAsync($"response.{Kind}.delta", Piece("delta", token, _isPadded)).ConfigureAwait(false);
        }

        string all = text.ToString();
        await SendPartAsync($"response.{Kind}.done", Piece(generation.IsRefusal ? "refusal" : "text", all, isPadded: false)).ConfigureAwait(false);
        await SendPartAsync("response.content_part.done", new() { ["part"] = json.Part(all) }).ConfigureAwait(false);
        await SendAsync("response.output_item.done", new() { ["item"] = json.Message(json.EndStatus, json.Part(all)), ["output_index"] = _item }).ConfigureAwait(false);
        return all;
    }

    private JsonObject Piece(string name, string text, bool isPadded)
    {
        JsonObject piece = new() { [name] = text };
        if (!generation.IsRefusal)
        {
            piece["logprobs"] = new JsonArray();
        }

        if (isPadded)
        {
            piece["obfuscation"] = Obfuscation.For(piece);
        }

        return piece;
    }

    private Task SendPartAsync(string type, JsonObject data)
    {
        data["item_id"] = json.MessageId;
        data["output_index"] = _item;
        data["content_index"] = 0;
        return SendAsync(type, data);
    }

    private Task SendAsync(string type, JsonObject data)
    {
        data.Insert(0, "type", type);
        data.Insert(1, "sequence_number", _sequence++);
        return _writer.WriteAsync(data, type);
    }
}
