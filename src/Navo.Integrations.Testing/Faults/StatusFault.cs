using System.Text;
using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Testing.Faults;

/// <summary>A fixed answer.</summary>
internal sealed class StatusFault(int status, string body, string contentType, IReadOnlyDictionary<string, string> headers) : Fault
{
    public int StatusCode => status;

    public string Body => body;

    public IReadOnlyDictionary<string, string> Headers => headers;

    internal override async Task ApplyAsync(HttpContext http, RequestDelegate next, TimeProvider clock)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        http.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        if (status is not (204 or 304))
        {
            http.Response.ContentType = contentType;
            http.Response.ContentLength = bytes.Length;
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted).ConfigureAwait(false);
        }
    }
}
