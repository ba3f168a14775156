using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Testing.Faults;

/// <summary>A body without end.</summary>
internal sealed class EndlessBodyFault : Fault
{
    private const int ChunkSize = 64 * 1024;

    internal override async Task ApplyAsync(HttpContext http, RequestDelegate next, TimeProvider clock)
    {
        http.Response.ContentType = "application/json";
        var blanks = new byte[ChunkSize];
        Array.Fill(blanks, (byte)' ');
        while (!http.RequestAborted.IsCancellationRequested)
        {
            await http.Response.Body.WriteAsync(blanks, http.RequestAborted).ConfigureAwait(false);
        }
    }
}
