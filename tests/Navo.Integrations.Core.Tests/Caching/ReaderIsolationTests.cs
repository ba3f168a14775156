using CsCheck;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Caching;

public sealed class ReaderIsolationTests
{
    private static readonly AccessContext[] Readers = [Samples.Ann, Samples.Bob, AccessContext.Service];

    /// <summary>One step: a reader asks for a text while time goes on and the source may be down.</summary>
    private static readonly Gen<(int Reader, int Text, int Minutes, bool IsDown)> Step =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 8], Gen.Bool);

    [Fact]
    public async Task T01_interleaved_readers_each_get_their_own_results_only()
    {
        var shared = new FakeDistributedCache();
        for (uint seed = 0; seed < 60; seed++)
        {
            (int Reader, int Text, int Minutes, bool IsDown)[] steps = Step.Array[1, 40].Generate(new PCG(1, seed), null, out _);
            using var harness = new PipelineHarness(shared);
            foreach ((int reader, int text, int minutes, bool isDown) in steps)
            {
                harness.Time.Advance(TimeSpan.FromMinutes(minutes));
                await AskAsync(harness, Readers[reader], $"text {text}", isDown);
            }
        }
    }

    [Fact]
    public async Task T01_readers_who_ask_the_same_at_the_same_time_do_not_share_a_flight()
    {
        using var harness = new PipelineHarness();
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<SearchPage>[] calls = [.. Enumerable.Range(0, 300).Select(i => harness.SearchAsync(
            async _ =>
            {
                await source.Task;
                return Samples.Page(Readers[i % 3].Key);
            },
            reader: Readers[i % 3]))];
        source.SetResult();
        SearchPage[] pages = await Task.WhenAll(calls);

        for (int i = 0; i < pages.Length; i++)
        {
            Assert.Equal(Readers[i % 3].Key, pages[i].Hits[0].Id.Value);
        }
    }

    private static async Task AskAsync(PipelineHarness harness, AccessContext reader, string text, bool isDown)
    {
        var call = new IntegrationCall<SearchPage>(
            reader, _ => isDown ? throw new UnavailableException("down") : Task.FromResult(Samples.Page($"{reader.Key} {text}")), text);
        try
        {
            SearchPage page = await harness.Pipeline.ExecuteAsync(Samples.Search, call, PipelineHarness.Token);
            Assert.Equal($"{reader.Key} {text}", page.Hits[0].Id.Value);
            Assert.True(page.Origin.Age < TimeSpan.FromMinutes(65));
        }
        catch (UnavailableException) when (isDown)
        {
        }
    }
}
