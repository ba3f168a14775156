namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>The two buckets of one model: requests and tokens.</summary>
internal sealed class ModelQuota(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly QuotaBucket _requests = new("requests", time);
    private readonly QuotaBucket _tokens = new("tokens", time);

    public TimeSpan Reserve(int tokens)
    {
        lock (_gate)
        {
            TimeSpan forRequest = _requests.Take(1);
            TimeSpan forTokens = _tokens.Take(tokens);
            return forRequest > forTokens ? forRequest : forTokens;
        }
    }

    public void Observe(HttpResponseMessage response)
    {
        lock (_gate)
        {
            _requests.Observe(response);
            _tokens.Observe(response);
        }
    }

    public QuotaLeft? Left()
    {
        lock (_gate)
        {
            return _requests.LeftShare is null && _tokens.LeftShare is null ? null : new(_requests.LeftShare, _tokens.LeftShare);
        }
    }
}
