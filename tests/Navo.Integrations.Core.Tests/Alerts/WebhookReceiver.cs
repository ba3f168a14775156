using System.Collections.Concurrent;
using System.Net;

namespace Navo.Integrations.Core.Tests.Alerts;

/// <summary>Stands for the socket of the webhook: keeps what is posted and answers the nth post as a script says.</summary>
internal sealed class WebhookReceiver(Func<int, HttpStatusCode> answer) : HttpMessageHandler
{
    private readonly ConcurrentQueue<(Uri? Address, string Time, string Signature, byte[] Body)> _posts = new();
    private int _count;

    public IReadOnlyList<(Uri? Address, string Time, string Signature, byte[] Body)> Posts => [.. _posts];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int number = Interlocked.Increment(ref _count);
        byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        _posts.Enqueue((request.RequestUri, request.Headers.GetValues("X-Navo-Timestamp").Single(), request.Headers.GetValues("X-Navo-Signature").Single(), body));
        return new HttpResponseMessage(answer(number)) { Headers = { Location = new("https://elsewhere.example.com/") } };
    }
}
