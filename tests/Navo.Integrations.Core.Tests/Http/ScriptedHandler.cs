using System.Collections.Concurrent;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>Stands for the socket: answers the nth request as a script says and keeps what it was sent.</summary>
internal sealed class ScriptedHandler(TimeProvider time, Func<int, HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> script) : HttpMessageHandler
{
    private readonly long _start = time.GetTimestamp();
    private readonly ConcurrentQueue<SentRequest> _requests = new();
    private int _count;

    public IReadOnlyList<SentRequest> Requests => [.. _requests];

    public int Count => Volatile.Read(ref _count);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int number = Interlocked.Increment(ref _count);
        _requests.Enqueue(new(request.Method, request.RequestUri, request.Headers.Authorization?.ToString(), time.GetElapsedTime(_start)));
        cancellationToken.ThrowIfCancellationRequested();
        HttpResponseMessage response = await script(number, request, cancellationToken);
        response.RequestMessage ??= request;
        return response;
    }
}
