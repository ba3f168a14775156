using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Testing.Faults;

/// <summary>Half a body with the length of that half.</summary>
internal sealed class TruncatedBodyFault : BodyFault
{
    private protected override Task SendAsync(HttpContext http, byte[] right, TimeProvider clock)
    {
        var half = right.AsMemory(0, right.Length / 2);
        http.Response.ContentLength = half.Length;
        return http.Response.Body.WriteAsync(half, http.RequestAborted).AsTask();
    }
}
