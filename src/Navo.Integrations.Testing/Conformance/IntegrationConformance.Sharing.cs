using Navo.Integrations.Abstractions;
using Xunit;

namespace Navo.Integrations.Testing.Conformance;

public abstract partial class IntegrationConformance
{
    /// <summary>What one reader was given is never served to another, whoever comes first.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Readers_are_kept_apart()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        ConformanceWorld world = harness.World;
        foreach (AccessContext first in new[] { world.Insider, AccessContext.Service, world.Insider })
        {
            await ShownAsync(harness, world.RestrictedItem, first);
            Assert.Contains(world.RestrictedItem, await FoundAsync(harness, world.RestrictedQuery, first));
            await HiddenAsync<NotFoundException>(harness, world.RestrictedItem, world.Outsider);
            Assert.DoesNotContain(world.RestrictedItem, await FoundAsync(harness, world.RestrictedQuery, world.Outsider));
        }
    }

    /// <summary>Readers who ask for the same at the same time each get their own answer.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Readers_are_kept_apart_when_they_ask_at_once()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        ConformanceWorld world = harness.World;
        Task<HashSet<ContentId>>[] searches = [.. Enumerable.Range(0, 20).Select(i => Task.Run(
            () => FoundAsync(harness, world.RestrictedQuery, i % 2 == 0 ? world.Insider : world.Outsider), Token))];

        HashSet<ContentId>[] found = await harness.FinishAsync(Task.WhenAll(searches));

        Assert.All(found.Where((_, i) => i % 2 == 0), ids => Assert.Contains(world.RestrictedItem, ids));
        Assert.All(found.Where((_, i) => i % 2 == 1), ids => Assert.DoesNotContain(world.RestrictedItem, ids));
    }

    /// <summary>Concurrent calls get what they would have got one after the other.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Concurrent_calls_do_not_disturb_each_other()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        ConformanceWorld world = harness.World;
        HashSet<ContentId> expected = await FoundAsync(harness, world.LongQuery, world.Insider);
        KnowledgeContent content = await harness.FinishAsync(harness.Integration.GetContentAsync(world.VisibleItem, world.Insider, Token));

        Task<(HashSet<ContentId> Found, KnowledgeContent Content)>[] calls = [.. Enumerable.Range(0, 24).Select(_ => Task.Run(
            async () => (await FoundAsync(harness, world.LongQuery, world.Insider),
                await harness.Integration.GetContentAsync(world.VisibleItem, world.Insider, Token)),
            Token))];
        var answers = await harness.FinishAsync(Task.WhenAll(calls));

        Assert.All(answers, answer => Assert.Equal(expected, answer.Found));
        Assert.All(answers, answer => Assert.Equal(content.Markdown, answer.Content.Markdown));
    }

    /// <summary>Equal calls at the same time cost what one costs.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Concurrent_equal_calls_cost_what_one_costs()
    {
        int single = await CostAsync(calls: 1);
        int many = await CostAsync(calls: 50);

        Assert.Equal(single, many);
    }

    private async Task<int> CostAsync(int calls)
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        Assert.SkipUnless(harness.HasCache, "The integration has no cache.");
        Assert.SkipUnless(harness.RequestCount is not null, "The harness does not count requests.");
        ConformanceWorld world = harness.World;
        int before = harness.RequestCount.Value;

        await harness.FinishAsync(Task.WhenAll(Enumerable.Range(0, calls).Select(_ => Task.Run(
            () => harness.Integration.GetContentAsync(world.VisibleItem, world.Insider, Token), Token))));

        return harness.RequestCount.Value - before;
    }
}
