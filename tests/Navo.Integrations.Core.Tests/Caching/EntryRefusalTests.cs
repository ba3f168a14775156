using System.Text;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Caching.Serialization;
using Navo.Integrations.Core.Tests.Pipeline;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using ZiggyCreatures.Caching.Fusion.Internals.Distributed;

namespace Navo.Integrations.Core.Tests.Caching;

/// <summary>What the second level holds in the place of an entry is refused by what is wrong with it, and nothing of it is repeated.</summary>
public sealed class EntryRefusalTests
{
    private readonly FakeTimeProvider _time = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly ICacheValueProtector _protector = Substitute.For<ICacheValueProtector>();

    private CacheEntrySerializer Plain => new(_time, null);

    [Fact]
    public void An_entry_comes_back_as_old_as_it_is()
    {
        byte[] bytes = Plain.Serialize(Entry())!;
        _time.Advance(TimeSpan.FromMinutes(3));
        CacheEntry back = Read(Plain, bytes);
        Assert.Equal(TimeSpan.FromMinutes(3), _time.GetElapsedTime(back.AskedAt));
        Assert.Equal(("navo:2x", CacheEntry.Foreign), (back.Key, back.Generation));
        Assert.Equal(Samples.Metadata().Title, Assert.IsType<Navo.Integrations.Abstractions.ContentMetadata>(back.Value).Title);
    }

    [Fact]
    public void An_entry_of_a_clock_a_little_ahead_is_of_now()
    {
        byte[] bytes = Plain.Serialize(Entry(ahead: TimeSpan.FromSeconds(5)))!;
        Assert.Equal(_time.GetTimestamp(), Read(Plain, bytes).AskedAt);
        byte[] later = Plain.Serialize(Entry(ahead: TimeSpan.FromSeconds(5.001)))!;
        Refused("another version", () => Read(Plain, later));
    }

    [Theory]
    [InlineData("null", "nothing")]
    [InlineData("{", "bytes that are no entry")]
    [InlineData("[]", "bytes that are no entry")]
    [InlineData("{\"Schema\":1}", "bytes that are no entry")]
    public void Bytes_that_are_none_are_told_so(string json, string what) => Refused(what, () => Read(Plain, Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void An_entry_without_a_result_or_of_another_schema_is_told_so()
    {
        string json = Encoding.UTF8.GetString(Plain.Serialize(Entry())!);
        int start = json.IndexOf(",\"metadata\"", StringComparison.OrdinalIgnoreCase);
        Refused("no result", () => Read(Plain, Encoding.UTF8.GetBytes(json[..start] + "}")));
        Refused("another version", () => Read(Plain, Encoding.UTF8.GetBytes(json.Replace("chema\":2", "chema\":3", StringComparison.Ordinal))));
    }

    [Fact]
    public void Another_type_is_neither_written_nor_read()
    {
        Refused("another type", () => Plain.Serialize("text"));
        Refused("another type", () => Plain.Deserialize<string>(Plain.Serialize(Entry())!));
    }

    [Fact]
    public void What_cannot_be_decrypted_is_refused_whether_the_protector_says_so_or_breaks()
    {
        CacheEntrySerializer serializer = new(_time, _protector);
        _protector.Unprotect(null!, null!).ReturnsForAnyArgs((byte[]?)null);
        Refused("what can't be decrypted", () => Read(serializer, [1]));
        _protector.Unprotect(null!, null!).ThrowsForAnyArgs(new InvalidOperationException("the key is s3cret"));
        Refused("what can't be decrypted", () => Read(serializer, [1]));
    }

    [Fact]
    public void What_cannot_be_encrypted_is_not_written_and_the_protector_is_not_quoted()
    {
        _protector.Protect(null!, null!).ThrowsForAnyArgs(new InvalidOperationException("the key is s3cret"));
        FormatException refused = Assert.Throws<FormatException>(() => new CacheEntrySerializer(_time, _protector).Serialize(Entry()));
        Assert.Equal("A value for the distributed cache could not be encrypted; it stays in memory.", refused.Message);
        Assert.Null(refused.InnerException);
    }

    [Fact]
    public void The_protector_is_told_what_it_protects()
    {
        _protector.Protect(null!, null!).ReturnsForAnyArgs(call => call.ArgAt<byte[]>(1));
        new CacheEntrySerializer(_time, _protector).Serialize(Entry());
        _protector.Received(1).Protect($"Navo.Integrations.Cache/{CacheEnvelope.CurrentSchema}", Arg.Any<byte[]>());
    }

    private static void Refused(string what, Func<object?> act)
    {
        FormatException refused = Assert.Throws<FormatException>(act);
        Assert.Equal($"The distributed cache holds {what} in the place of an entry; it is ignored.", refused.Message);
        Assert.Null(refused.InnerException);
    }

    private static CacheEntry Read(CacheEntrySerializer serializer, byte[] bytes) => serializer.Deserialize<FusionCacheDistributedEntry<CacheEntry>>(bytes)!.Value;

    private FusionCacheDistributedEntry<CacheEntry> Entry(TimeSpan ahead = default) =>
        new(new CacheEntry("navo:2x", Samples.Metadata(), _time.GetUtcNow() + ahead, _time.GetTimestamp(), 0), 1, 2, null, null);
}
