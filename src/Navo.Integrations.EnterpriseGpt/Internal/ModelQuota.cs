namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>The two buckets of one model, requests and tokens, and what is promised to requests whose answers have not come yet.</summary>
internal sealed class ModelQuota(TimeProvider time)
{
    /// <summary>After so long a bucket is full again, whatever became of a request.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly QuotaBucket _requests = new("requests", time);
    private readonly QuotaBucket _tokens = new("tokens", time);
    private readonly Dictionary<HttpRequestMessage, Promise> _promised = new(ReferenceEqualityComparer.Instance);

    public TimeSpan Reserve(HttpRequestMessage request, int tokens)
    {
        lock (_gate)
        {
            Forget();
            _promised[request] = new(tokens, time.GetTimestamp());
            TimeSpan forRequest = _requests.Take(1);
            TimeSpan forTokens = _tokens.Take(tokens);
            return forRequest > forTokens ? forRequest : forTokens;
        }
    }

    public void Observe(HttpRequestMessage request, HttpResponseMessage response)
    {
        lock (_gate)
        {
            _promised.Remove(request);
            _requests.Observe(response, _promised.Count);
            _tokens.Observe(response, _promised.Values.Sum(static promise => (double)promise.Tokens));
        }
    }

    /// <summary>Gives a turn back that was taken and not used.</summary>
    public void Release(HttpRequestMessage request)
    {
        lock (_gate)
        {
            if (_promised.Remove(request, out Promise promise))
            {
                _requests.Give(1);
                _tokens.Give(promise.Tokens);
            }
        }
    }

    public QuotaLeft? Left()
    {
        lock (_gate)
        {
            return _requests.LeftShare is null && _tokens.LeftShare is null ? null : new(_requests.LeftShare, _tokens.LeftShare);
        }
    }

    /// <summary>A request that failed without an answer is never observed.</summary>
    private void Forget()
    {
        if (_promised.Count == 0)
        {
            return;
        }

        foreach (HttpRequestMessage old in _promised.Where(entry => time.GetElapsedTime(entry.Value.At) > Forgotten).Select(static entry => entry.Key).ToArray())
        {
            _promised.Remove(old);
        }
    }

    private readonly record struct Promise(int Tokens, long At);
}
