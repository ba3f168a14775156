using System.Text.Json;
using Navo.Integrations.Core.Http;
using ZiggyCreatures.Caching.Fusion.Internals.Distributed;
using ZiggyCreatures.Caching.Fusion.Serialization;

namespace Navo.Integrations.Core.Caching.Serialization;

/// <summary>
/// Turns entries into JSON for the distributed cache, and back. Bytes that are not an entry of this version are refused, which the store
/// takes for a miss; the refusal repeats nothing of them. With a protector only what it encrypted is written or believed.
/// </summary>
internal sealed class CacheEntrySerializer(TimeProvider time, ICacheValueProtector? protector) : IFusionCacheSerializer
{
    private static readonly string Purpose = $"Navo.Integrations.Cache/{CacheEnvelope.CurrentSchema}";

    /// <summary>How far ahead another machine's clock may be; an entry from further in the future is not believed.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    public byte[] Serialize<T>(T? obj)
    {
        FusionCacheDistributedEntry<CacheEntry> entry = obj as FusionCacheDistributedEntry<CacheEntry> ?? throw Refused("another type");
        object result = entry.Value.Value;
        var envelope = new CacheEnvelope
        {
            Schema = CacheEnvelope.CurrentSchema,
            Key = entry.Value.Key,
            StoredAt = entry.Value.StoredAt,
            Timestamp = entry.Timestamp,
            Expiration = entry.LogicalExpirationTimestamp,
            SearchPage = result as Abstractions.SearchPage,
            Content = result as Abstractions.KnowledgeContent,
            Metadata = result as Abstractions.ContentMetadata,
            Decision = result as Abstractions.PermissionDecision,
        };
        return Protect(JsonSerializer.SerializeToUtf8Bytes(envelope, CacheJson.Default.CacheEnvelope));
    }

    public T? Deserialize<T>(byte[] data)
    {
        CacheEnvelope envelope = Read(Unprotect(data));
        DateTimeOffset now = time.GetUtcNow();
        if (envelope.Schema != CacheEnvelope.CurrentSchema || envelope.StoredAt > now + ClockTolerance)
        {
            throw Refused("another version");
        }

        TimeSpan age = now > envelope.StoredAt ? now - envelope.StoredAt : TimeSpan.Zero;
        long askedAt = time.GetTimestamp() - time.TicksOf(age);
        object result = envelope.Result() ?? throw Refused("no result");
        var entry = new CacheEntry(envelope.Key, result, envelope.StoredAt, askedAt, CacheEntry.Foreign);
        object distributed = new FusionCacheDistributedEntry<CacheEntry>(entry, envelope.Timestamp, envelope.Expiration, null, null);
        return distributed is T expected ? expected : throw Refused("another type");
    }

    public ValueTask<byte[]> SerializeAsync<T>(T? obj, CancellationToken token = default) => new(Serialize(obj));

    public ValueTask<T?> DeserializeAsync<T>(byte[] data, CancellationToken token = default) => new(Deserialize<T>(data));

    private byte[] Protect(byte[] plain)
    {
        try
        {
            return protector is null ? plain : protector.Protect(Purpose, plain);
        }
        catch (Exception)
        {
            throw new FormatException("A value for the distributed cache could not be encrypted; it stays in memory."); // not a word of what an own protector says
        }
    }

    private byte[] Unprotect(byte[] data)
    {
        try
        {
            return protector is null ? data : protector.Unprotect(Purpose, data) ?? throw Refused("what can't be decrypted");
        }
        catch (Exception)
        {
            throw Refused("what can't be decrypted");
        }
    }

    private static CacheEnvelope Read(byte[] data)
    {
        try
        {
            return JsonSerializer.Deserialize(data, CacheJson.Default.CacheEnvelope) ?? throw Refused("nothing");
        }
        catch (Exception refused) when (refused is JsonException or NotSupportedException)
        {
            throw Refused("bytes that are no entry");
        }
    }

    private static FormatException Refused(string what) => new($"The distributed cache holds {what} in the place of an entry; it is ignored.");
}
