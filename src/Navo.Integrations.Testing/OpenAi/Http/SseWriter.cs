using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.OpenAi.Http;

/// <summary>Writes an answer as a stream of events. A fault of streams sees each of them before it goes out.</summary>
internal sealed class SseWriter
{
    private readonly OpenAiCall _call;
    private readonly StreamFault? _fault;
    private int _written;

    public SseWriter(OpenAiCall call)
    {
        _call = call;
        _fault = call.Http.Items[typeof(StreamFault)] as StreamFault;
        call.Http.Response.ContentType = "text/event-stream; charset=utf-8";
        call.Http.Response.Headers.CacheControl = "no-cache";
    }

    /// <summary>What a fault needs to end the stream as the vendor would: the response as it stands; null for chat.</summary>
    public Func<JsonObject>? Response { get; init; }

    public Task WriteAsync(JsonObject data, string? name = null) => WriteAsync($"{(name is null ? string.Empty : $"event: {name}\n")}data: {data.ToJsonString()}\n\n");

    public Task EndAsync() => WriteAsync("data: [DONE]\n\n");

    private async Task WriteAsync(string text)
    {
        StreamMoment moment = new(_call.Http, text, _written++, Response);
        if (_fault is not null)
        {
            await _fault.StrikeAsync(moment, _call.Server.Time).ConfigureAwait(false);
            return;
        }

        await moment.SendAsync(text).ConfigureAwait(false);
    }
}
