using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Testing.Faults;

/// <summary>A fault that spoils the right answer's body on its way.</summary>
internal abstract class BodyFault : Fault
{
    internal sealed override async Task ApplyAsync(HttpContext http, RequestDelegate next, TimeProvider clock)
    {
        var wire = http.Response.Body;
        using var right = new MemoryStream();
        http.Response.Body = right;
        try
        {
            await next(http).ConfigureAwait(false);
        }
        finally
        {
            http.Response.Body = wire;
        }

        await SendAsync(http, right.ToArray(), clock).ConfigureAwait(false);
    }

    /// <summary>Announces the whole body and sends its first bytes.</summary>
    private protected static async Task BeginAsync(HttpContext http, byte[] right, int bytes)
    {
        http.Response.ContentLength = right.Length;
        await http.Response.Body.WriteAsync(right.AsMemory(0, bytes), http.RequestAborted).ConfigureAwait(false);
        await http.Response.Body.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }

    private protected abstract Task SendAsync(HttpContext http, byte[] right, TimeProvider clock);
}
