using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Testing.Faults;

/// <summary>A body that is small on the wire and huge when unpacked.</summary>
internal sealed class GzipBombFault(int mebibytes) : Fault
{
    private const int Mebibyte = 1024 * 1024;

    internal override async Task ApplyAsync(HttpContext http, RequestDelegate next, TimeProvider clock)
    {
        http.Response.ContentType = "application/json";
        http.Response.Headers.ContentEncoding = "gzip";
        var blanks = new byte[Mebibyte];
        Array.Fill(blanks, (byte)' ');
        var packed = new GZipStream(http.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await using var closing = packed.ConfigureAwait(false);
        for (var i = 0; i < mebibytes; i++)
        {
            await packed.WriteAsync(blanks, http.RequestAborted).ConfigureAwait(false);
        }
    }
}
