using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Navo.Integrations.Benchmarks;

/// <summary>One answer of about a kilobyte in OpenAI's shapes: as a response, as a chat completion, and each of them as a stream of about a hundred events.</summary>
internal static class GptAnswer
{
    public const int InputTokens = 412;
    public const int OutputTokens = 196;

    private const string Ids = "689a3c1e7f4c8190a5d2b6e1f0c94b7705c1a2d3e4f5a6b7";
    private const string Usage = """{"input_tokens":412,"input_tokens_details":{"cached_tokens":256,"cache_write_tokens":0},"output_tokens":196,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":608}""";
    private const string ChatUsage = """{"prompt_tokens":412,"completion_tokens":196,"total_tokens":608,"prompt_tokens_details":{"cached_tokens":256,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0,"accepted_prediction_tokens":0,"rejected_prediction_tokens":0}}""";

    public static string Text { get; } = """
        The on-call rotation changes every Monday at 09:00 UTC, when the outgoing engineer hands over the open incidents and the notes of the week. [1]

        To take over a shift:

        1. Open the schedule in the operations console and accept the shift; unaccepted shifts page the duty manager after fifteen minutes. [1]
        2. Check that the pager reaches you: send yourself a test alert and acknowledge it within five minutes. [2]
        3. Read the hand-over note, and ask about any incident that is still open before the call ends. [1]

        If an alert is not acknowledged within ten minutes it goes to the secondary engineer, and after thirty minutes to the duty manager. Alerts of severity one page both engineers at once. [2]

        Swaps are agreed between the two engineers and entered in the schedule at least a day ahead; the duty manager confirms them. The passages do not say how holidays are counted, so ask the duty manager about those. [3]
        """;

    public static byte[] Response { get; } = Encoding.UTF8.GetBytes(ResponseOf("completed", Message("completed", Part(Text)), Usage));

    public static byte[] Completion { get; } = Encoding.UTF8.GetBytes(
        $$"""{"id":"chatcmpl-{{Ids}}","object":"chat.completion","created":1767225600,"model":"gpt-4o-2024-08-06","choices":[{"index":0,"message":{"role":"assistant","content":{{Quoted(Text)}},"refusal":null,"annotations":[]},"logprobs":null,"finish_reason":"stop"}],"usage":{{ChatUsage}},"service_tier":"default","system_fingerprint":"fp_f33640a400"}""");

    /// <summary>The events of a streamed response, each with its name and its empty line.</summary>
    public static byte[][] ResponseEvents { get; } = [.. Numbered(ResponseStream())];

    /// <summary>The events of a streamed completion.</summary>
    public static byte[][] CompletionEvents { get; } = [.. CompletionStream().Append("[DONE]").Select(data => Encoding.UTF8.GetBytes($"data: {data}\n\n"))];

    /// <summary>The text in about a hundred pieces.</summary>
    private static IEnumerable<string> Pieces() => Text.Chunk((Text.Length + 99) / 100).Select(piece => new string(piece));

    private static IEnumerable<(string Type, string Members)> ResponseStream()
    {
        string begun = $"\"response\":{ResponseOf("in_progress", string.Empty, "null")}";
        string place = $"\"item_id\":\"msg_{Ids}\",\"output_index\":0,\"content_index\":0";
        yield return ("response.created", begun);
        yield return ("response.in_progress", begun);
        yield return ("response.output_item.added", $"\"output_index\":0,\"item\":{Message("in_progress", string.Empty)}");
        yield return ("response.content_part.added", $"{place},\"part\":{Part(string.Empty)}");
        foreach (string piece in Pieces())
        {
            yield return ("response.output_text.delta", $"{place},\"delta\":{Quoted(piece)},\"logprobs\":[],\"obfuscation\":\"{Ids[..(16 - (piece.Length % 8))]}\"");
        }

        yield return ("response.output_text.done", $"{place},\"text\":{Quoted(Text)},\"logprobs\":[]");
        yield return ("response.content_part.done", $"{place},\"part\":{Part(Text)}");
        yield return ("response.output_item.done", $"\"output_index\":0,\"item\":{Message("completed", Part(Text))}");
        yield return ("response.completed", $"\"response\":{ResponseOf("completed", Message("completed", Part(Text)), Usage)}");
    }

    private static IEnumerable<byte[]> Numbered(IEnumerable<(string Type, string Members)> events) => events.Select((item, number) => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"event: {item.Type}\ndata: {{\"type\":\"{item.Type}\",\"sequence_number\":{number},{item.Members}}}\n\n")));

    private static IEnumerable<string> CompletionStream()
    {
        yield return Chunk("""[{"index":0,"delta":{"role":"assistant","content":"","refusal":null},"logprobs":null,"finish_reason":null}]""", "null");
        foreach (string piece in Pieces())
        {
            yield return Chunk($$"""[{"index":0,"delta":{"content":{{Quoted(piece)}}},"logprobs":null,"finish_reason":null}]""", "null");
        }

        yield return Chunk("""[{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}]""", "null");
        yield return Chunk("[]", ChatUsage);
    }

    private static string Chunk(string choices, string usage) =>
        $$"""{"id":"chatcmpl-{{Ids}}","object":"chat.completion.chunk","created":1767225600,"model":"gpt-4o-2024-08-06","service_tier":"default","system_fingerprint":"fp_f33640a400","choices":{{choices}},"usage":{{usage}},"obfuscation":"{{Ids[..12]}}"}""";

    private static string ResponseOf(string status, string output, string usage) => $$"""
        {"id":"resp_{{Ids}}","object":"response","created_at":1767225600,"status":"{{status}}","background":false,"completed_at":{{(status == "completed" ? "1767225604" : "null")}},"error":null,"incomplete_details":null,"instructions":{{Quoted(GptQuestion.Instructions)}},"max_output_tokens":4000,"max_tool_calls":null,"model":"gpt-4o-2024-08-06","output":[{{output}}],"parallel_tool_calls":true,"previous_response_id":null,"prompt_cache_key":"navo-{{Ids[..32]}}","reasoning":{"effort":null,"summary":null},"safety_identifier":"{{Ids[..32]}}","service_tier":"default","store":false,"temperature":0.1,"text":{"format":{"type":"text"},"verbosity":"medium"},"tool_choice":"auto","tools":[],"top_logprobs":0,"top_p":1.0,"truncation":"disabled","usage":{{usage}},"user":null,"metadata":{} }
        """.Trim();

    private static string Message(string status, string part) => $$"""{"id":"msg_{{Ids}}","type":"message","status":"{{status}}","content":[{{part}}],"role":"assistant"}""";

    private static string Part(string text) => $$"""{"type":"output_text","annotations":[],"logprobs":[],"text":{{Quoted(text)}}}""";

    private static string Quoted(string text) => JsonSerializer.Serialize(text, LeanJson.Default.String);
}
