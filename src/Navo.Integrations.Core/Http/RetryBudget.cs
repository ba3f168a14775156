namespace Navo.Integrations.Core.Http;

/// <summary>Bounds retries over time: each call earns a share of one, each retry costs one. Under a full outage calls × (1 + ratio) requests go out, and no more.</summary>
internal sealed class RetryBudget(double ratio)
{
    private const double Initial = 3;
    private const double Cap = 10;
    private readonly Lock _gate = new();
    private double _tokens = Initial;

    public void Earn()
    {
        lock (_gate)
        {
            _tokens = Math.Min(Cap, _tokens + ratio);
        }
    }

    public bool TrySpend()
    {
        lock (_gate)
        {
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
