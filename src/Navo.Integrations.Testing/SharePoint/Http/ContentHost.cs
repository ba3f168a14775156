using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;
using Navo.Integrations.Testing.Hosting;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>The host of bytes: it takes the address itself as proof, and refuses whoever sends a token.</summary>
internal static class ContentHost
{
    public static Task AnswerAsync(HttpContext http, GraphServer server, RequestLog log) =>
        new RecordedExchange(http, log, string.Empty, null).RunAsync(() => server.Faults.ApplyAsync(http, _ => RespondAsync(http, server.Tickets)));

    private static Task RespondAsync(HttpContext http, ContentTickets tickets)
    {
        string ticket = http.Request.Path.Value?.Split('/')[^1] ?? string.Empty;
        if (http.Request.Headers.Authorization.Count > 0 || tickets.Find(ticket) is not { } found)
        {
            return RefuseAsync(http, 401);
        }

        (GraphVersion version, string tag) = found;
        RequestHeaders headers = http.Request.GetTypedHeaders();
        if (headers.IfMatch.Count > 0 && !headers.IfMatch.Any(allowed => allowed.Tag.Value is "*" || allowed.Tag.Value == tag))
        {
            return RefuseAsync(http, 412);
        }

        http.Response.Headers.ETag = tag;
        http.Response.Headers.AcceptRanges = "bytes";
        bool isSame = headers.IfRange?.EntityTag is not { } condition || condition.Tag.Value == tag;
        return isSame && headers.Range is { Unit.Value: "bytes", Ranges.Count: 1 } range
            ? SendPartAsync(http, version, range.Ranges.First())
            : SendAsync(http, version.Bytes.AsMemory());
    }

    private static Task SendPartAsync(HttpContext http, GraphVersion version, RangeItemHeaderValue range)
    {
        int length = version.Bytes.Length;
        long from = range.From ?? Math.Max(0, length - range.To!.Value);
        long to = range.From is null ? length - 1 : Math.Min(range.To ?? length - 1, length - 1);
        if (from > to)
        {
            http.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{length}");
            return RefuseAsync(http, 416);
        }

        http.Response.StatusCode = 206;
        http.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{to}/{length}");
        return SendAsync(http, version.Bytes.AsMemory()[(int)from..(int)(to + 1)]);
    }

    private static Task SendAsync(HttpContext http, ReadOnlyMemory<byte> bytes)
    {
        http.Response.ContentType = "application/octet-stream";
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    private static Task RefuseAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentLength = 0;
        return Task.CompletedTask;
    }
}
