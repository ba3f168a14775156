using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Core.Pipeline.Layers;

/// <summary>
/// Answers from what is kept for this very reader; makes equal calls that miss share one request; and, where the options allow it,
/// serves what is past its lifetime, marked as such, while the source is down.
/// </summary>
internal sealed class CacheLayer : PipelineLayer
{
    private readonly PipelineParts _parts;
    private readonly IIntegrationCache _cache;
    private readonly CachePartition _partition;
    private readonly FlightLeader _leader;
    private volatile CacheKeyMemo _keys;

    public CacheLayer(PipelineParts parts, PipelineLayer next)
        : base(next)
    {
        _parts = parts;
        _cache = parts.Cache;
        _partition = parts.Cache.PartitionOf(parts.Name);
        _keys = new CacheKeyMemo(parts.Name, parts.Realm());
        _leader = new FlightLeader(_cache, _partition, parts.Time, next);
    }

    public override T? Recall<T>(IntegrationOperation operation, IntegrationCall<T> request, IntegrationOptions options, long startedAt)
        where T : class =>
        CacheRegions.Find(options.Cache, operation.Region) is { } region ? Recall<T>(operation, KeyOf(operation, request), region, startedAt) : null;

    public override ValueTask<T> InvokeAsync<T>(OperationCall<T> call)
    {
        if (CacheRegions.Find(call.Options.Cache, call.Operation.Region) is not { } region)
        {
            OperationScope.Note(_parts.Name, call.Operation.Region, call.StartedAt);
            return Next.InvokeAsync(call);
        }

        string key = KeyOf(call.Operation, call.Request);
        if (Recall<T>(call.Operation, key, region, call.StartedAt) is { } kept)
        {
            call.Origin = ResultOriginKind.Cache;
            return new(kept);
        }

        return FetchAsync(call, key, region);
    }

    /// <summary>As <see cref="IKeptResults.Find"/>.</summary>
    public T? Find<T>(IntegrationOperation operation, IntegrationCacheOptions options, AccessContext reader, string itemId, string?[] arguments)
        where T : class
    {
        if (CacheRegions.Find(options, operation.Region) is not { } region
            || Find<T>(KeyOf(operation, reader, itemId, arguments), region.Lifetime, _parts.Time.GetTimestamp()) is not { } entry)
        {
            return null;
        }

        OperationScope.Note(_parts.Name, operation.Region, entry.AskedAt);
        _parts.Instruments.RecordLookup(operation, ResultOriginKind.Cache);
        _parts.Instruments.RecordResult(entry.Value);
        return (T)entry.Value;
    }

    private T? Recall<T>(IntegrationOperation operation, string key, CacheRegionOptions region, long now)
        where T : class =>
        Find<T>(key, region.Lifetime, now) is { } entry ? Serve(operation, new CacheAnswer<T>((T)entry.Value, ResultOriginKind.Cache, entry.AskedAt), now) : null;

    private string KeyOf<T>(IntegrationOperation operation, IntegrationCall<T> request)
        where T : class => KeyOf(operation, request.Reader, request.ItemId, request.Arguments);

    private string KeyOf(IntegrationOperation operation, AccessContext reader, string? itemId, string?[] arguments)
    {
        string? changes = _partition.ChangesOf(operation.Region, itemId);
        return KeysOf(_parts.Realm()).KeyOf(operation, reader, changes is null ? arguments : [.. arguments, changes]);
    }

    private CacheKeyMemo KeysOf(string realm) => _keys is { } keys && keys.Realm == realm ? keys : _keys = new(_parts.Name, realm);

    private async ValueTask<T> FetchAsync<T>(OperationCall<T> call, string key, CacheRegionOptions region)
        where T : class
    {
        try
        {
            CacheAnswer<T> answer = await ShareFlightAsync(call, key, region).ConfigureAwait(false);
            return Serve(call, answer, _parts.Time.GetTimestamp());
        }
        catch (Exception failure)
        {
            long now = _parts.Time.GetTimestamp();
            if (call.Request.Reader.AllowStale && IsOutage(failure, call) && FindStale<T>(call, key, region, now) is { } entry)
            {
                return Serve(call, new CacheAnswer<T>((T)entry.Value, ResultOriginKind.StaleCache, entry.AskedAt), now);
            }

            _parts.Instruments.RecordLookup(call.Operation, ResultOriginKind.Source);
            throw;
        }
    }

    /// <summary>Waits for the flight under way or leads a new one. Whoever still has time when the leader's is up leads the next.</summary>
    private async Task<CacheAnswer<T>> ShareFlightAsync<T>(OperationCall<T> call, string key, CacheRegionOptions region)
        where T : class
    {
        long deadline = Math.Min(call.Deadline, OperationScope.Current?.Deadline ?? long.MaxValue);
        while (true)
        {
            Flight<T> flight = _partition.Flights.JoinOrLead<T>(key, deadline, out bool leads);
            try
            {
                if (leads)
                {
                    _ = _leader.LeadAsync(flight, call, key, region);
                }

                return await flight.Landing.WaitAsync(call.Token).ConfigureAwait(false);
            }
            catch (Exception failure) when (!leads && !call.IsCancelledByCaller && HasOutlived(flight, deadline, failure))
            {
                // The time that ran out was the leader's, not this caller's.
            }
            catch (IntegrationException failure) when (!leads)
            {
                // Who waits gets a copy: each caller is going to say in whose call it happened.
                IntegrationException own = SharedFailure.CopyOf(failure);
                own.Locate(_parts.Name, call.Operation.Name, call.Request.ItemId);
                throw own;
            }
            finally
            {
                flight.Leave();
            }
        }
    }

    /// <summary>Whether what failed did so for want of the leader's time, of which this call has more: it was over, or the source wants to be asked again after its end and before this call's.</summary>
    private bool HasOutlived<T>(Flight<T> flight, long deadline, Exception failure)
        where T : class
    {
        long now = _parts.Time.GetTimestamp();
        long again = failure is ThrottledException { RetryAfter: { } wait } ? now + _parts.Time.TicksOf(wait) : now;
        return failure is IntegrationTimeoutException or ThrottledException && again >= flight.Deadline && again < deadline;
    }

    private CacheEntry? Find<T>(string key, TimeSpan maxAge, long now) =>
        _cache.Peek(key) is { Value: T } entry && _partition.IsCurrent(entry) && AgeAt(now, entry.AskedAt) < maxAge ? entry : null;

    private CacheEntry? FindStale<T>(OperationCall<T> call, string key, CacheRegionOptions region, long now)
        where T : class
    {
        TimeSpan staleFor = CacheRegions.StaleFor(region, call.Operation.Region, typeof(T));
        return staleFor > TimeSpan.Zero ? Find<T>(key, region.Lifetime + staleFor, now) : null;
    }

    private T Serve<T>(OperationCall<T> call, CacheAnswer<T> answer, long now)
        where T : class
    {
        call.Origin = answer.Kind;
        return Serve(call.Operation, answer, now);
    }

    private T Serve<T>(IntegrationOperation operation, CacheAnswer<T> answer, long now)
        where T : class
    {
        OperationScope.Note(_parts.Name, operation.Region, answer.AskedAt);
        _parts.Instruments.RecordLookup(operation, answer.Kind);
        return answer.Kind != ResultOriginKind.Source && answer.Value is IServedResult served
            ? (T)served.WithOrigin(new ResultOrigin(answer.Kind, AgeAt(now, answer.AskedAt)))
            : answer.Value;
    }

    private TimeSpan AgeAt(long now, long askedAt) => now <= askedAt ? TimeSpan.Zero : _parts.Time.GetElapsedTime(askedAt, now);

    private static bool IsOutage<T>(Exception failure, OperationCall<T> call)
        where T : class =>
        failure is UnavailableException or ThrottledException or IntegrationTimeoutException
        || (failure is OperationCanceledException && !call.IsCancelledByCaller);
}
