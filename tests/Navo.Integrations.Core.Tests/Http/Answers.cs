using System.Net;
using System.Text;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>Answers of a source.</summary>
internal static class Answers
{
    public static HttpResponseMessage Json(string body = "{}", HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Html(string body, HttpStatusCode status = HttpStatusCode.OK, string type = "text/html")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return new(status) { Content = content };
    }

    public static HttpResponseMessage Status(HttpStatusCode status, params (string Name, string Value)[] headers) => With(Json("{}", status), headers);

    public static HttpResponseMessage Redirect(string location) => Status(HttpStatusCode.Found, ("Location", location));

    public static HttpResponseMessage With(HttpResponseMessage response, params (string Name, string Value)[] headers)
    {
        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    /// <summary>One answer after the other; the last one for ever.</summary>
    public static Func<int, HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> InOrder(params Func<HttpResponseMessage>[] answers) =>
        (number, _, _) => Task.FromResult(answers[Math.Min(number, answers.Length) - 1]());
}
