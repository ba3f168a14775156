using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Testing.Faults;

/// <summary>A body that ends before its announced length.</summary>
internal sealed class CutBodyFault(int bytes) : BodyFault
{
    private protected override async Task SendAsync(HttpContext http, byte[] right, TimeProvider clock)
    {
        await BeginAsync(http, right, Math.Clamp(bytes, 0, right.Length)).ConfigureAwait(false);
        http.Abort();
    }
}
