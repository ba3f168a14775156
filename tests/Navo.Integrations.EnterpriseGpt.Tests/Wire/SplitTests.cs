using System.Net;
using System.Text;
using Navo.Integrations.EnterpriseGpt.Api;

namespace Navo.Integrations.EnterpriseGpt.Tests.Wire;

/// <summary>A stream may be cut into packets anywhere: within an event, a line, a character.</summary>
public sealed class SplitTests
{
    private const string Responses =
        "event: response.created\ndata: {\"type\":\"response.created\",\"response\":{\"id\":\"r\",\"status\":\"in_progress\",\"output\":[]}}\n\n"
        + ": a comment\n\n"
        + "event: response.output_text.delta\r\ndata: {\"type\":\"response.output_text.delta\",\"delta\":\"Größe \\u00fc\"}\r\n\r\n"
        + "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\ndata: \"delta\":\"[1] 🚢\"}\n\n"
        + "event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":{\"status\":\"completed\",\"model\":\"m\",\"output\":[{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"Größe ü[1] 🚢\"}]}],\"usage\":{\"input_tokens\":5,\"output_tokens\":4}}}\n\n";

    private const string Chat =
        "data: {\"model\":\"m\",\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n"
        + "data: {\"model\":\"m\",\"choices\":[{\"delta\":{\"content\":\"Größe \\u00fc\"}}]}\n\n"
        + "data: {\"model\":\"m\",\"choices\":[{\"delta\":{\"content\":\"[1] 🚢\"}}]}\n\n"
        + "data: {\"model\":\"m\",\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
        + "data: {\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":4}}\n\n"
        + "data: [DONE]\n\n";

    private static readonly ModelRequest Request = new() { Model = "m", Instructions = string.Empty, Input = "?", MaxOutputTokens = 100 };

    public static TheoryData<bool> Apis => [true, false];

    [Theory, MemberData(nameof(Apis))]
    public async Task Every_place_of_a_cut_gives_the_same_answer(bool isChat)
    {
        byte[] whole = Encoding.UTF8.GetBytes(isChat ? Chat : Responses);
        for (int at = 0; at <= whole.Length; at++)
        {
            (string text, ModelAnswer? end) = await ReadAsync(isChat, [whole[..at], whole[at..]]);

            Assert.True(text == "Größe ü[1] 🚢", $"cut at {at}: {text}");
            Assert.Equal((text, GenerationOutcome.Completed, new TokenUsage(5, 0, 0, 4, 0)), (end!.Text, end.Outcome, end.Usage!.Value));
        }
    }

    [Theory, MemberData(nameof(Apis))]
    public async Task Every_place_at_which_it_ends_early_is_a_failure(bool isChat)
    {
        byte[] whole = Encoding.UTF8.GetBytes(isChat ? Chat : Responses);
        int last = Encoding.UTF8.GetByteCount(isChat ? Chat[..Chat.IndexOf("data: {\"model\":\"m\",\"choices\":[{\"delta\":{},\"finish_reason\"", StringComparison.Ordinal)] : Responses[..Responses.IndexOf("event: response.completed", StringComparison.Ordinal)]);
        for (int at = 0; at <= last; at++)
        {
            Exception? failure = await Record.ExceptionAsync(() => ReadAsync(isChat, [whole[..at]]));

            Assert.True(failure is Abstractions.ProtocolException { IsTransient: true } or Abstractions.ProtocolException, $"ended at {at}: {failure?.GetType().Name ?? "a result"}");
        }
    }

    private static async Task<(string Text, ModelAnswer? End)> ReadAsync(bool isChat, byte[][] packets)
    {
        using HttpClient http = new(new Packets(packets));
        OpenAiClients clients = new(http, new("http://127.0.0.1/v1/"), null, null);
        IModelWire wire = isChat ? new ChatCompletionsWire(clients, 1 << 20) : new ResponsesWire(clients, 1 << 20);
        StringBuilder text = new();
        ModelAnswer? end = null;
        await foreach (ModelDelta delta in wire.StreamAsync(Request, TestContext.Current.CancellationToken))
        {
            text.Append(delta.Text);
            end = delta.End ?? end;
        }

        return (text.ToString(), end);
    }

    private sealed class Packets(byte[][] packets) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new PacketStream(packets)) { Headers = { { "Content-Type", "text/event-stream" } } } });
    }
}
