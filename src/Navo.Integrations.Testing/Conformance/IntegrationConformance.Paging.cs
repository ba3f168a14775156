using Navo.Integrations.Abstractions;
using Xunit;

namespace Navo.Integrations.Testing.Conformance;

public abstract partial class IntegrationConformance
{
    /// <summary>Paging delivers every hit once, in pages of at most the limit, and ends.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Paging_ends_and_delivers_every_hit_once()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        SearchQuery query = harness.World.LongQuery;

        List<SearchPage> pages = await AllPagesAsync(harness, query, harness.World.Insider);

        ContentId[] ids = [.. pages.SelectMany(page => page.Hits).Select(hit => hit.Id)];
        Assert.True(pages.Count(page => page.Hits.Count > 0) > 2, "The world's long query must fill more than two pages.");
        Assert.All(pages, page => Assert.InRange(page.Hits.Count, 0, query.Limit!.Value));
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    /// <summary>A total that is said to be exact is what paging delivers to that reader, so it counts nothing that the reader may not see.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_exact_total_counts_what_the_reader_gets()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        foreach (AccessContext reader in new[] { harness.World.Insider, harness.World.Outsider })
        {
            List<SearchPage> pages = await AllPagesAsync(harness, harness.World.RestrictedQuery, reader);

            long delivered = pages.Sum(page => page.Hits.Count);
            Assert.All(pages.Where(page => page.Total.Kind == SearchTotalKind.Exact), page => Assert.Equal(delivered, page.Total.Value));
        }
    }

    /// <summary>A continuation is of no use with another query.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_continuation_of_another_query_is_refused()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        ConformanceWorld world = harness.World;
        string continuation = await FirstContinuationAsync(harness);
        SearchQuery other = new($"{world.LongQuery.Text} otherwise") { Limit = world.LongQuery.Limit, Continuation = continuation };

        await RefusedAsync(harness, other, world.Insider);
    }

    /// <summary>A continuation is of no use to another reader.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_continuation_of_another_reader_is_refused()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        ConformanceWorld world = harness.World;
        SearchQuery stolen = world.LongQuery with { Continuation = await FirstContinuationAsync(harness) };

        await RefusedAsync(harness, stolen, world.Outsider);
        await RefusedAsync(harness, stolen, AccessContext.Service);
    }

    /// <summary>A made-up continuation is refused, not followed.</summary>
    /// <param name="continuation">The made-up text.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("not a continuation")]
    [InlineData("https://attacker.example/next")]
    [InlineData("//attacker.example/next")]
    [InlineData("eyJvZmZzZXQiOjJ9")]
    public async Task A_made_up_continuation_is_refused(string continuation)
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();

        await RefusedAsync(harness, harness.World.LongQuery with { Continuation = continuation }, harness.World.Insider);
    }

    /// <summary>A continuation that was tampered with is refused.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_continuation_that_was_changed_is_refused()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        string genuine = await FirstContinuationAsync(harness);
        char other = genuine[genuine.Length / 2] == 'A' ? 'B' : 'A';
        string changed = $"{genuine[..(genuine.Length / 2)]}{other}{genuine[((genuine.Length / 2) + 1)..]}";

        await RefusedAsync(harness, harness.World.LongQuery with { Continuation = changed }, harness.World.Insider);
    }

    /// <summary>A page holds at least one hit, so a limit below that cannot be meant.</summary>
    /// <param name="limit">The limit.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public async Task A_limit_below_one_is_refused(int limit)
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();

        await RefusedAsync(harness, harness.World.LongQuery with { Limit = limit }, harness.World.Insider);
    }

    private static async Task<string> FirstContinuationAsync(ConformanceHarness harness)
    {
        SearchPage page = await harness.FinishAsync(harness.Integration.SearchAsync(harness.World.LongQuery, harness.World.Insider, Token));
        return Assert.IsType<string>(page.Continuation);
    }

    private static Task RefusedAsync(ConformanceHarness harness, SearchQuery query, AccessContext reader) =>
        Assert.ThrowsAsync<InvalidQueryException>(() => harness.FinishAsync(harness.Integration.SearchAsync(query, reader, Token)));
}
