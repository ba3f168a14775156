using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Testing.Faults;

/// <summary>The right body in small pieces with pauses.</summary>
internal sealed class SlowBodyFault(int bytesPerPiece, TimeSpan pause) : BodyFault
{
    private protected override async Task SendAsync(HttpContext http, byte[] right, TimeProvider clock)
    {
        http.Response.ContentLength = right.Length;
        for (var at = 0; at < right.Length; at += bytesPerPiece)
        {
            var piece = right.AsMemory(at, Math.Min(bytesPerPiece, right.Length - at));
            await http.Response.Body.WriteAsync(piece, http.RequestAborted).ConfigureAwait(false);
            await http.Response.Body.FlushAsync(http.RequestAborted).ConfigureAwait(false);
            await Task.Delay(pause, clock, http.RequestAborted).ConfigureAwait(false);
        }
    }
}
