using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching.Serialization;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Caching;

public sealed class SharedCacheTests
{
    private readonly FakeDistributedCache _shared = new();
    private int _asked;

    [Fact]
    public async Task Row080_another_machine_reads_what_one_has_asked_for_with_its_age()
    {
        using var one = new PipelineHarness(_shared);
        using var other = new PipelineHarness(_shared);
        await AskAsync(one);
        await _shared.Written.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
        other.Time.Advance(TimeSpan.FromMinutes(2));

        SearchPage page = await AskAsync(other);

        Assert.Equal(1, _asked);
        Assert.Equal(new ResultOrigin(ResultOriginKind.Cache, TimeSpan.FromMinutes(2)), page.Origin);
        int reads = _shared.Reads;
        Assert.Equal(ResultOriginKind.Cache, (await AskAsync(other)).Origin.Kind);
        Assert.Equal(reads, _shared.Reads);
    }

    [Fact]
    public async Task T03_what_another_machine_kept_expires_and_is_forgotten_here_too()
    {
        using var one = new PipelineHarness(_shared);
        using var other = new PipelineHarness(_shared);
        await AskAsync(one);
        await _shared.Written.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);

        other.Cache.Clear(Samples.Confluence);
        await AskAsync(other);
        Assert.Equal(2, _asked);

        one.Time.Advance(TimeSpan.FromMinutes(5));
        await AskAsync(one);
        Assert.Equal(3, _asked);
    }

    [Fact]
    public async Task T01_what_belongs_to_another_site_or_account_answers_nobody_here_or_elsewhere()
    {
        using var one = new PipelineHarness(_shared);
        using var other = new PipelineHarness(_shared);
        string realm = "https://one.test ann";
        IIntegrationPipeline here = In(one, () => realm);
        IIntegrationPipeline there = In(other, static () => "https://two.test ann");
        await AskInAsync(here);
        await _shared.Written.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
        await AskInAsync(there);
        Assert.Equal(2, _asked);

        realm = "https://one.test ben";
        await AskInAsync(here);
        Assert.Equal(3, _asked);
        realm = "https://one.test ann";
        Assert.Equal(ResultOriginKind.Cache, (await AskInAsync(here)).Origin.Kind);

        IIntegrationPipeline In(PipelineHarness harness, Func<string> realm) =>
            harness.Services.GetRequiredService<IIntegrationPipelineFactory>().Create(Samples.Confluence, () => harness.Options, realm);
        Task<SearchPage> AskInAsync(IIntegrationPipeline pipeline) => pipeline.ExecuteAsync(
            Samples.Search,
            new IntegrationCall<SearchPage>(Samples.Ann, _ => Task.FromResult(Samples.Page($"{++_asked}")), "words"),
            PipelineHarness.Token);
    }

    [Fact]
    public async Task Every_model_survives_the_way_there_and_back()
    {
        await RoundTripAsync(Samples.Search, Samples.Page("1", "2"));
        await RoundTripAsync(Samples.GetContent, Samples.Content());
        await RoundTripAsync(Samples.GetMetadata, Samples.Metadata());
        await RoundTripAsync(Samples.Check, Samples.Decision(PermissionOutcome.Allow));
        await RoundTripAsync(Samples.Check, Samples.Decision(PermissionOutcome.Deny, AccessContext.Service));
    }

    [Fact]
    public async Task Other_types_stay_in_memory()
    {
        using var harness = new PipelineHarness(_shared);
        var call = new IntegrationCall<Page<string>>(Samples.Ann, _ => Task.FromResult(new Page<string>(["a"], null)), "x");
        Page<string> first = await harness.Pipeline.ExecuteAsync(Samples.Search, call, PipelineHarness.Token);

        Assert.Same(first, await harness.Pipeline.ExecuteAsync(Samples.Search, call, PipelineHarness.Token));
        Assert.Empty(_shared.Entries);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F31_a_store_that_is_down_or_never_answers_costs_no_call(bool slow)
    {
        _shared.Failure = slow ? null : new InvalidOperationException("redis is away");
        _shared.NeverAnswers = slow;
        using var harness = new PipelineHarness(_shared);

        var watch = Stopwatch.StartNew();
        Assert.Single((await AskAsync(harness)).Hits);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
        Assert.Equal(ResultOriginKind.Cache, (await AskAsync(harness)).Origin.Kind);
        Assert.Equal(1, _asked);
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    public async Task F31_poisoned_bytes_are_ignored(string bytes) => await PoisonAsync(_ => Encoding.UTF8.GetBytes(bytes));

    [Theory]
    [InlineData("Schema", CacheEnvelope.CurrentSchema + 1)]
    [InlineData("StoredAt", "2026-03-01T13:00:00+00:00")]
    [InlineData("Key", "navo:of-another-reader")]
    [InlineData("SearchPage", null)]
    public async Task F31_an_entry_of_another_version_from_the_future_or_under_a_foreign_key_is_ignored(string member, object? value) =>
        await PoisonAsync(bytes =>
        {
            JsonObject entry = JsonNode.Parse(bytes)!.AsObject();
            entry[member] = value is int number ? number : (string?)value;
            return Encoding.UTF8.GetBytes(entry.ToJsonString());
        });

    [Fact]
    public async Task F31_an_entry_that_was_cut_off_is_ignored() => await PoisonAsync(bytes => bytes[..(bytes.Length / 2)]);

    [Fact]
    public async Task T08_keys_in_the_store_reveal_nothing_and_its_troubles_are_logged_without_content()
    {
        using var harness = new PipelineHarness(_shared);
        await harness.SearchAsync(Work, text: "canary-text");
        await _shared.Written.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);

        Assert.All(_shared.Entries.Keys, key => Assert.Matches("navo:[1-4][A-Za-z0-9_-]{43}$", key));
        Assert.All(harness.Logs.GetSnapshot(), line => Assert.DoesNotContain("canary-text", line.Message + line.Exception, StringComparison.Ordinal));
        Assert.All(_shared.Entries.Values, bytes => Assert.DoesNotContain("canary-text", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal));
    }

    private async Task PoisonAsync(Func<byte[], byte[]> poison)
    {
        using (var one = new PipelineHarness(_shared))
        {
            await AskAsync(one);
            await _shared.Written.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
        }

        (string key, byte[] bytes) = Assert.Single(_shared.Entries);
        _shared.Entries[key] = poison(bytes);
        using var other = new PipelineHarness(_shared);

        SearchPage page = await AskAsync(other);

        Assert.Equal(ResultOriginKind.Source, page.Origin.Kind);
        Assert.Equal(2, _asked);
    }

    private async Task RoundTripAsync<T>(IntegrationOperation operation, T result)
        where T : class
    {
        var shared = new FakeDistributedCache();
        using var one = new PipelineHarness(shared);
        using var other = new PipelineHarness(shared);
        one.Time.Advance(TimeSpan.FromSeconds(1)); // decisions count from the other's start on
        other.Time.Advance(TimeSpan.FromSeconds(1));
        await one.Pipeline.ExecuteAsync(operation, new IntegrationCall<T>(Samples.Ann, _ => Task.FromResult(result), "x"), PipelineHarness.Token);
        await shared.Written.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);

        T read = await other.Pipeline.ExecuteAsync(
            operation, new IntegrationCall<T>(Samples.Ann, _ => throw new InvalidOperationException(), "x"), PipelineHarness.Token);

        object back = read is IServedResult served ? served.WithOrigin(default) : read;
        Assert.NotSame(result, back);
        Assert.Equivalent(result, back, strict: true);
    }

    private Task<SearchPage> AskAsync(PipelineHarness harness) => harness.SearchAsync(Work);

    private Task<SearchPage> Work(CancellationToken token)
    {
        _asked++;
        return Task.FromResult(Samples.Page("1"));
    }
}
