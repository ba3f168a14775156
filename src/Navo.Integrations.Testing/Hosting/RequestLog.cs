using System.Collections.Concurrent;

namespace Navo.Integrations.Testing.Hosting;

/// <summary>The requests that reached the simulator, in the order in which their answers began.</summary>
internal sealed class RequestLog
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    public IReadOnlyList<RecordedRequest> Snapshot() => [.. _requests];

    public void Add(RecordedRequest request) => _requests.Enqueue(request);

    public void Clear() => _requests.Clear();
}
