namespace Navo.Integrations.Confluence.Internal.Notifications;

/// <summary>The signatures that were taken lately. When there are too many, the oldest goes. Safe for concurrent use.</summary>
internal sealed class SeenSignatures(TimeProvider time)
{
    /// <summary>How many are remembered at most.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<(string Signature, DateTimeOffset At)> _order = new();

    /// <summary>Notes a signature; false where it was there before within a span.</summary>
    public bool TryAdd(byte[] signature, TimeSpan span)
    {
        DateTimeOffset now = time.GetUtcNow();
        string key = Convert.ToHexString(signature);
        lock (_gate)
        {
            while (_order.TryPeek(out (string Signature, DateTimeOffset At) oldest) && (oldest.At + span < now || _order.Count >= Capacity))
            {
                _seen.Remove(_order.Dequeue().Signature);
            }

            if (!_seen.Add(key))
            {
                return false;
            }

            _order.Enqueue((key, now));
            return true;
        }
    }
}
