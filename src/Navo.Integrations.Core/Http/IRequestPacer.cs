namespace Navo.Integrations.Core.Http;

/// <summary>Spaces requests out ahead of a source's own limit. It is asked before each attempt, outside of the attempt's timeout; safe for concurrent use.</summary>
public interface IRequestPacer
{
    /// <summary>Takes the turn of a request.</summary>
    /// <param name="request">The request that is about to be sent.</param>
    /// <returns>How long to wait before sending it; zero for at once.</returns>
    TimeSpan Reserve(HttpRequestMessage request);

    /// <summary>Takes a turn back: the request is not sent after all, because its wait passes the caller's deadline or the caller left. By default nothing.</summary>
    /// <param name="request">The request.</param>
    void Release(HttpRequestMessage request)
    {
    }

    /// <summary>Learns from an answer, for example what it says is left of a quota.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">Its answer, whose body is not to be read.</param>
    void Observe(HttpRequestMessage request, HttpResponseMessage response);
}
