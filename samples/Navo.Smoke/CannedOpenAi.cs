using System.Net.Sockets;
using System.Text;

namespace Navo.Smoke;

/// <summary>The least of an OpenAI that a native program can talk to: one answer, whole or streamed.</summary>
internal sealed class CannedOpenAi : CannedServer
{
    private const string Whole = """{"id":"resp_1","object":"response","status":"completed","model":"gpt-4o","output":[{"type":"message","role":"assistant","content":[{"type":"output_text","text":"It answers."}]}],"usage":{"input_tokens":9,"output_tokens":3}}""";

    private static readonly string Streamed =
        "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"delta\":\"It \"}\n\n"
        + "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"delta\":\"answers.\"}\n\n"
        + $"event: response.completed\ndata: {{\"type\":\"response.completed\",\"response\":{Whole}}}\n\n";

    /// <inheritdoc />
    protected override async Task<(string Type, string Body)> AnswerAsync(NetworkStream request, CancellationToken cancellationToken) =>
        (await ReadAsync(request, cancellationToken)).Contains("\"stream\":true", StringComparison.Ordinal) ? ("text/event-stream", Streamed) : ("application/json", Whole);

    /// <summary>Reads until the body is whole: its JSON object is the last that is sent, and an answer before that would break the connection.</summary>
    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[65_536];
        int length = 0;
        while (true)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            length += read;
            string text = Encoding.UTF8.GetString(buffer, 0, length);
            if (read == 0 || IsWhole(text))
            {
                return text;
            }
        }
    }

    private static bool IsWhole(string text)
    {
        int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        const string Name = "Content-Length: ";
        int at = text.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return end > 0 && (at < 0 || at > end
            ? text.EndsWith("0\r\n\r\n", StringComparison.Ordinal)
            : Encoding.UTF8.GetByteCount(text.AsSpan(end + 4)) >= int.Parse(text.AsSpan(at + Name.Length, text.IndexOf('\r', at) - at - Name.Length), System.Globalization.CultureInfo.InvariantCulture));
    }
}
