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
        int generation = partition.Generation;
        try
        {
            CacheEntry? kept = await FindAsync<T>(flight, call, key, region).ConfigureAwait(false);
            CacheAnswer<T> answer = Fresh<T>(kept, region) ?? await AskAsync(flight, call, region, new(key, Renewable<T>(kept), generation)).ConfigureAwait(false);
            flights.Remove(key, flight);
            flight.Land(answer);
        }
        catch (Exception failure)
        {
            flights.Remove(key, flight);
            flight.Fail(failure);
        }
    }

    /// <summary>What is kept and counts: fresh if there is such, else past its lifetime.</summary>
    private async ValueTask<CacheEntry?> FindAsync<T>(Flight<T> flight, OperationCall<T> call, string key, CacheRegionOptions region)
        where T : class
    {
        // Another flight may have landed between this call's look into memory and its own take-off.
        CacheEntry? own = cache.Peek(key) is { Value: T } kept && partition.IsCurrent(kept) ? kept : null;
        if (Fresh<T>(own, region) is not null)
        {
            return own;
        }

        CacheEntry? shared = await cache.FindSharedAsync(key, flight.Token).ConfigureAwait(false);
        // By the wall clock, which went into both alike: the second level may hold what memory holds, and timestamps that were worked out from it differ by the moments between two looks at a clock.
        if (shared is not { Value: T } || !partition.IsCurrent(shared) || shared.StoredAt <= own?.StoredAt)
        {
            return own;
        }

        TimeSpan left = KeepFor(call, region) - time.GetElapsedTime(shared.AskedAt);
        if (left > TimeSpan.Zero)
        {
            await cache.StoreAsync(shared, left, flight.Token).ConfigureAwait(false);
        }

        return shared;
    }

    /// <summary>What another process kept is not renewed: it may read files otherwise, and what memory holds ends with the process.</summary>
    private T? Renewable<T>(CacheEntry? kept)
        where T : class => kept is not null && kept.Generation != CacheEntry.Foreign && partition.IsCurrent(kept) ? (T)kept.Value : null;

    private async ValueTask<CacheAnswer<T>> AskAsync<T>(Flight<T> flight, OperationCall<T> call, CacheRegionOptions region, Question<T> question)
        where T : class
    {
        (long askedAt, DateTimeOffset now) = (time.GetTimestamp(), time.GetUtcNow());
        OperationCall<T> work = call.Detach(flight.Token, question.Kept);
        T result = await source.InvokeAsync(work).ConfigureAwait(false);

        // A decision is as old as the oldest that it rests on; one that another integration made is kept there, where it is forgotten too.
        OperationScope? decided = call.Operation.Region == CacheRegion.Permission ? work.Scope : null;
        long restsOn = Math.Min(askedAt, decided?.RestsOn ?? long.MaxValue);
        if (CacheRegions.IsKeepable(result) && decided is not { RestsElsewhere: true })
        {
            var entry = new CacheEntry(question.Key, result, now - time.GetElapsedTime(restsOn, askedAt), restsOn, question.Generation);
            await cache.StoreAsync(entry, KeepFor(call, region), CancellationToken.None).ConfigureAwait(false);
        }

        return new CacheAnswer<T>(result, ResultOriginKind.Source, restsOn);
    }

    private static TimeSpan KeepFor<T>(OperationCall<T> call, CacheRegionOptions region)
        where T : class => region.Lifetime + CacheRegions.StaleFor(region, call.Operation.Region, typeof(T));

    private CacheAnswer<T>? Fresh<T>(CacheEntry? entry, CacheRegionOptions region)
        where T : class =>
        entry is { Value: T value } && partition.IsCurrent(entry) && time.GetElapsedTime(entry.AskedAt) < region.Lifetime
            ? new CacheAnswer<T>(value, ResultOriginKind.Cache, entry.AskedAt)
            : null;

    /// <summary>What is asked for, with what is kept of it, and the generation in which the flight took off: what is forgotten on the way stays forgotten.</summary>
    private readonly record struct Question<T>(string Key, T? Kept, int Generation)
        where T : class;
}
