using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>The host of bytes: it takes the address itself as proof, and refuses whoever sends a token.</summary>
internal static class ContentHost
{
    public static Task AnswerAsync(HttpContext http, ContentTickets tickets, RequestLog log) =>
        new RecordedExchange(http, string.Empty, log, null).RunAsync(() => WriteAsync(http, tickets));

    private static async Task WriteAsync(HttpContext http, ContentTickets tickets)
    {
        string ticket = http.Request.Path.Value?.Split('/')[^1] ?? string.Empty;
        if (http.Request.Headers.Authorization.Count > 0 || tickets.Find(ticket) is not { } found)
        {
            http.Response.StatusCode = 401;
            return;
        }

        (GraphVersion version, string tag) = found;
        int start = Start(http, version, tag);
        http.Response.Headers.ETag = tag;
        http.Response.Headers.AcceptRanges = "bytes";
        http.Response.ContentType = "application/octet-stream";
        if (start > 0)
        {
            http.Response.StatusCode = 206;
            http.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {start}-{version.Bytes.Length - 1}/{version.Bytes.Length}");
        }

        http.Response.ContentLength = version.Bytes.Length - start;
        await http.Response.Body.WriteAsync(version.Bytes.AsMemory()[start..], http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Where to begin; at 0 where no range is asked for, or the file is another by now.</summary>
    private static int Start(HttpContext http, GraphVersion version, string tag)
    {
        RequestHeaders headers = http.Request.GetTypedHeaders();
        bool isSame = headers.IfRange?.EntityTag is not { } condition || condition.Tag.Value == tag;
        return isSame && headers.Range?.Ranges.FirstOrDefault() is { From: { } from, To: null } && from < version.Bytes.Length ? (int)from : 0;
    }
}
