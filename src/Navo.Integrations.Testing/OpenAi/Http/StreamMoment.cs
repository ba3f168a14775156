using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Testing.OpenAi.Http;

/// <summary>An event of a stream that is about to go out.</summary>
/// <param name="Http">Where to.</param>
/// <param name="Text">The event as it goes over the wire.</param>
/// <param name="Place">How many events went before.</param>
/// <param name="Response">The response as it stands; null for chat.</param>
internal sealed record StreamMoment(HttpContext Http, string Text, int Place, Func<JsonObject>? Response)
{
    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        await Http.Response.Body.WriteAsync(bytes, Http.RequestAborted).ConfigureAwait(false);
        await Http.Response.Body.FlushAsync(Http.RequestAborted).ConfigureAwait(false);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));
}
