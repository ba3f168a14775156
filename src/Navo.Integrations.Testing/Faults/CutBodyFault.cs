using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Testing.Faults;

/// <summary>A body that ends before its announced length.</summary>
internal sealed class CutBodyFault(int bytes) : BodyFault
{
    private protected override async Task SendAsync(HttpContext http, byte[] right, TimeProvider clock)
    {
        http.Response.ContentLength = right.Length;
        await http.Response.Body.WriteAsync(right.AsMemory(0, Math.Clamp(bytes, 0, right.Length)), http.RequestAborted).ConfigureAwait(false);
        await http.Response.Body.FlushAsync(http.RequestAborted).ConfigureAwait(false);
        http.Abort();
    }
}
