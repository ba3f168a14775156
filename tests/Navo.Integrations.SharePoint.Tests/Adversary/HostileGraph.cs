using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Navo.Integrations.SharePoint.Tests.Adversary;

/// <summary>A Graph that answers decently but for what a test arranges, and keeps what it was sent and with which credentials.</summary>
internal sealed class HostileGraph : HttpMessageHandler
{
    private readonly List<(string Part, Func<HttpRequestMessage, HttpResponseMessage> Answer)> _rules = [];
    private readonly ConcurrentQueue<(Uri Address, string? Authorization, string Body)> _requests = new();

    public IReadOnlyList<(Uri Address, string? Authorization, string Body)> Requests => [.. _requests];

    /// <summary>Answers requests whose method, address and body contain a text; what was arranged last is asked first.</summary>
    public HostileGraph On(string part, Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        _rules.Insert(0, (part, answer));
        return this;
    }

    public HostileGraph On(string part, string json, int status = 200, string mediaType = "application/json") => On(part, _ => Answer(json, status, mediaType));

    public void Clear() => _rules.Clear();

    public void Forget() => _requests.Clear();

    public static HttpResponseMessage Answer(string body, int status = 200, string mediaType = "application/json") =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };

    public static HttpResponseMessage Redirect(string location, int status = 302)
    {
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
        response.Headers.TryAddWithoutValidation("Location", location);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        _requests.Enqueue((request.RequestUri!, request.Headers.Authorization?.ToString(), body));
        string all = $"{request.Method} {request.RequestUri!.AbsoluteUri} {body}";
        Func<HttpRequestMessage, HttpResponseMessage>? rule = _rules.Find(rule => all.Contains(rule.Part, StringComparison.Ordinal)).Answer;
        HttpResponseMessage response = rule?.Invoke(request) ?? Answer(DecentTenant.Answer(request.RequestUri!, body));
        response.RequestMessage = request;
        return response;
    }
}
