using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Caching;

/// <summary>What lies in the second level is encrypted, and what can't be decrypted is a miss.</summary>
public sealed class CacheEncryptionTests
{
    private const string Old = "k1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    private const string New = "k2:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";

    private readonly FakeDistributedCache _shared = new();
    private int _asked;

    [Fact]
    public async Task T08_nothing_that_was_read_can_be_read_in_the_second_level()
    {
        byte[] bytes = await KeepAsync(Old);

        Assert.DoesNotContain("Title", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(1, await AskAsync(Old));
    }

    [Fact]
    public async Task A_new_key_encrypts_and_the_old_one_still_decrypts()
    {
        await KeepAsync(Old);
        Assert.Equal(1, await AskAsync($"{New}, {Old}"));
        Assert.Equal(2, await AskAsync(New)); // the old key is gone: a miss, and the source is asked
        await _shared.Written.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
    }

    [Theory]
    [InlineData(Old, null)]
    [InlineData(null, Old)]
    [InlineData(Old, "k1:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=")]
    public async Task F31_a_value_under_another_key_or_under_none_is_a_miss(string? written, string? read)
    {
        await KeepAsync(written);
        Assert.Equal(2, await AskAsync(read));
    }

    [Fact]
    public async Task F31_a_value_that_was_changed_anywhere_is_a_miss()
    {
        byte[] bytes = await KeepAsync(Old);
        AesGcmCacheValueProtector protector = new(CacheKeyRing.Read(Old)!);
        Assert.NotNull(Unprotect(bytes));
        Assert.Null(protector.Unprotect("another purpose", bytes));
        for (int at = 0; at < bytes.Length; at++)
        {
            byte[] changed = [.. bytes];
            changed[at] ^= 1;
            Assert.Null(Unprotect(changed));
            Assert.Null(Unprotect(bytes[..at]));
        }

        byte[]? Unprotect(byte[] value) => protector.Unprotect("Navo.Integrations.Cache/2", value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_protector_of_the_application_is_used_and_its_failure_is_a_miss_that_tells_nothing(bool writing)
    {
        OwnProtector own = new() { FailsToProtect = writing, FailsToUnprotect = !writing };
        using PipelineHarness one = New2(own), other = New2(own);
        await one.SearchAsync(Work);
        if (!writing)
        {
            await _shared.Written.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
        }

        Assert.Equal(ResultOriginKind.Source, (await other.SearchAsync(Work)).Origin.Kind);
        Assert.Equal(ResultOriginKind.Cache, (await other.SearchAsync(Work)).Origin.Kind);
        Assert.Equal(writing, _shared.Entries.IsEmpty);
        Assert.All(one.Logs.GetSnapshot().Concat(other.Logs.GetSnapshot()), line => Assert.DoesNotContain("canary", line.Message + line.Exception, StringComparison.Ordinal));

        PipelineHarness New2(ICacheValueProtector protector) => new(_shared, configure: services => services.AddSingleton(protector));
    }

    [Theory]
    [InlineData("")]
    [InlineData("k1")]
    [InlineData("k1:AQE=")]
    [InlineData("k 1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=")]
    [InlineData(Old + "," + Old)]
    [InlineData(Old + ",")]
    public void Keys_that_are_none_are_refused(string keys) => Assert.Null(CacheKeyRing.Read(keys));

    private async Task<byte[]> KeepAsync(string? keys)
    {
        using PipelineHarness harness = Harness(keys);
        await harness.SearchAsync(Work);
        await _shared.Written.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
        return Assert.Single(_shared.Entries).Value;
    }

    /// <summary>How often the source was asked after another machine asked too.</summary>
    private async Task<int> AskAsync(string? keys)
    {
        using PipelineHarness harness = Harness(keys);
        await harness.SearchAsync(Work);
        return _asked;
    }

    private PipelineHarness Harness(string? keys) => new(_shared, configure: services => services.Configure<CacheStoreOptions>(options => options.EncryptionKeys = keys));

    private Task<SearchPage> Work(CancellationToken token)
    {
        _asked++;
        return Task.FromResult(Samples.Page("1"));
    }

    private sealed class OwnProtector : ICacheValueProtector
    {
        public bool FailsToProtect { get; init; }

        public bool FailsToUnprotect { get; init; }

        public byte[] Protect(string purpose, byte[] value) => FailsToProtect ? throw new InvalidOperationException("canary") : [.. value.Select(static b => (byte)(b ^ 0x55))];

        public byte[]? Unprotect(string purpose, byte[] value) => FailsToUnprotect ? throw new InvalidOperationException("canary") : Protect(purpose, value);
    }
}
