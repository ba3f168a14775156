using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Pipeline.Layers;

namespace Navo.Integrations.Core.Caching;

/// <summary>Carries a flight out: looks once more in the caches, then asks the source and keeps its answer.</summary>
internal sealed class FlightLeader(IIntegrationCache cache, CachePartition partition, TimeProvider time, PipelineLayer source)
{
    /// <summary>Never throws: whatever comes of it lands in the flight.</summary>
    public async Task LeadAsync<T>(Flight<T> flight, OperationCall<T> call, string key, CacheRegionOptions region)
        where T : class
    {
        FlightTable flights = partition.Flights;
        try
        {
            CacheAnswer<T> answer = await FindAsync(flight, call, key, region).ConfigureAwait(false)
                ?? await AskAsync(flight, call, key, region).ConfigureAwait(false);
            flights.Remove(key, flight);
            flight.Land(answer);
        }
        catch (Exception failure)
        {
            flights.Remove(key, flight);
            flight.Fail(failure);
        }
    }

    private async ValueTask<CacheAnswer<T>?> FindAsync<T>(Flight<T> flight, OperationCall<T> call, string key, CacheRegionOptions region)
        where T : class
    {
        // Another flight may have landed between this call's look into memory and its own take-off.
        if (Fresh<T>(cache.Peek(key), region) is { } kept)
        {
            return kept;
        }

        CacheEntry? shared = await cache.FindSharedAsync(key, flight.Token).ConfigureAwait(false);
        if (shared is not { Value: T } || !partition.IsCurrent(shared))
        {
            return null;
        }

        TimeSpan left = KeepFor(call, region) - time.GetElapsedTime(shared.AskedAt);
        if (left > TimeSpan.Zero)
        {
            await cache.StoreAsync(shared, left, flight.Token).ConfigureAwait(false);
        }

        return Fresh<T>(shared, region);
    }

    private async ValueTask<CacheAnswer<T>> AskAsync<T>(Flight<T> flight, OperationCall<T> call, string key, CacheRegionOptions region)
        where T : class
    {
        int generation = partition.Generation;
        long askedAt = time.GetTimestamp();
        DateTimeOffset now = time.GetUtcNow();
        T result = await source.InvokeAsync(call.Detach(flight.Token)).ConfigureAwait(false);
        if (CacheRegions.IsKeepable(result))
        {
            var entry = new CacheEntry(key, result, now, askedAt, generation);
            await cache.StoreAsync(entry, KeepFor(call, region), CancellationToken.None).ConfigureAwait(false);
        }

        return new CacheAnswer<T>(result, ResultOriginKind.Source, askedAt);
    }

    private static TimeSpan KeepFor<T>(OperationCall<T> call, CacheRegionOptions region)
        where T : class => region.Lifetime + CacheRegions.StaleFor(region, call.Operation.Region, typeof(T));

    private CacheAnswer<T>? Fresh<T>(CacheEntry? entry, CacheRegionOptions region)
        where T : class =>
        entry is { Value: T value } && partition.IsCurrent(entry) && time.GetElapsedTime(entry.AskedAt) < region.Lifetime
            ? new CacheAnswer<T>(value, ResultOriginKind.Cache, entry.AskedAt)
            : null;
}
