using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.InMemory;
using Navo.Integrations.Tests;
using static Navo.Integrations.Core.Tests.Federation.FederationWorld;

namespace Navo.Integrations.Core.Tests.Federation;

/// <summary>Pages over sources that page as they like, for readers who see different things.</summary>
public sealed class FederatedPagingTests
{
    private readonly FakeTimeProvider _time = new();

    private sealed record Shape(int Hits, int PageSize, int FailingCall);

    private static Gen<Shape> Source => Gen.Select(Gen.Int[0, 40], Gen.Int[1, 15], Gen.Int[0, 12], (hits, size, failing) => new Shape(hits, size, failing));

    [Fact]
    public void Row043_no_hit_is_lost_or_doubled_although_sources_page_differently_and_one_fails_in_the_middle() =>
        Gen.Select(Source.Array[1, 4], Gen.Int[1, 13]).SampleSeeded((shapes, limit) =>
        {
            using FederationWorld world = new(_time, [.. shapes.Select((shape, i) => Build($"s{i}", shape))]);
            List<FederatedPage> pages = world.WalkAsync(new("policy") { Limit = limit, FreshnessBoost = 1 }).GetAwaiter().GetResult();
            string[] keys = Keys(pages);
            return pages.All(page => page.Hits.Count <= limit)
                && keys.Length == keys.Distinct().Count()
                && keys.Order(StringComparer.Ordinal).SequenceEqual(shapes.SelectMany((shape, i) => Hits($"s{i}", shape.Hits)).Select(Key).Order(StringComparer.Ordinal));
        }, cases: 300);

    [Fact]
    public async Task Row079_a_source_that_stays_down_is_given_up_after_three_pages_and_every_page_says_it_is_missing()
    {
        IIntegration well = ScriptedSource.Paged("well", Hits("well", 12), pageSize: 2);
        IIntegration down = ScriptedSource.Paged("down", Hits("down", 12), pageSize: 2, call => throw new UnavailableException($"Down {call}."));
        using FederationWorld world = new(_time, well, down);

        List<FederatedPage> pages = await world.WalkAsync(new("policy") { Limit = 2 });

        Assert.Equal(12, Keys(pages).Length);
        Assert.All(pages, page => Assert.Equal(SourceStatus.Failed, page.Reports.Single(report => report.Source.ToString() == "down").Status));
        Assert.Equal(3, pages.Count(page => page.Reports.Any(report => report.Error is not null)));
    }

    [Fact]
    public async Task Row079_what_was_read_before_a_failure_stands_and_the_source_is_partial()
    {
        IIntegration source = ScriptedSource.Paged("source", Hits("source", 6), pageSize: 2, call => Fail(call == 1));
        using FederationWorld world = new(_time, source);

        FederatedPage page = await world.AskAsync(new("policy") { Limit = 6 });

        Assert.Equal(["source/1", "source/2"], Keys([page]));
        Assert.Equal(SourceStatus.Partial, Assert.Single(page.Reports).Status);
        Assert.NotNull(page.Continuation);
    }

    [Fact]
    public async Task Row043_a_source_whose_paging_goes_in_circles_is_left()
    {
        using FederationWorld world = new(_time, ScriptedSource.Of("circle", (_, _, _) => Task.FromResult(ScriptedSource.Page(ScriptedSource.Hit("circle", "1")) with { Continuation = "again" })));

        List<FederatedPage> pages = await world.WalkAsync(new("policy"));

        Assert.Equal(["circle/1"], Keys(pages).Distinct());
        Assert.Contains(pages, page => page.Reports[0].Error is ProtocolException);
    }

    [Fact]
    public async Task Row043_pages_that_hold_nothing_for_the_reader_are_read_over_with_a_bound()
    {
        int calls = 0;
        IIntegration source = ScriptedSource.Of("source", (query, _, _) =>
        {
            int at = int.Parse(query.Continuation ?? "0", System.Globalization.CultureInfo.InvariantCulture);
            calls++;
            return Task.FromResult(at == 30 ? ScriptedSource.Page(ScriptedSource.Hit("source", "1")) : ScriptedSource.Page() with { Continuation = $"{at + 1}" });
        });
        using FederationWorld world = new(_time, source);

        FederatedPage first = await world.AskAsync(new("policy"));
        Assert.Equal((0, 8), (first.Hits.Count, calls));
        Assert.Equal(["source/1"], Keys(await world.WalkAsync(new("policy"))));
    }

    [Fact]
    public async Task T01_a_continuation_is_of_no_use_to_another_reader_or_query_or_when_it_is_forged()
    {
        using FederationWorld world = new(_time, ScriptedSource.Paged("source", Hits("source", 9), pageSize: 3));
        FederatedQuery query = new("policy") { Limit = 3 };
        string continuation = (await world.AskAsync(query)).Continuation!;

        FederatedQuery[] foreign =
        [
            new("salary") { Limit = 3, Continuation = continuation },
            query with { Limit = 4, Continuation = continuation },
            query with { Kinds = [ContentKind.Page], Continuation = continuation },
            query with { Scopes = [SearchScope.Space("A", "source")], Continuation = continuation },
            query with { Continuation = continuation[..^1] },
            query with { Continuation = $"x{continuation}" },
            query with { Continuation = Core.Access.Continuation.Seal("AQID", Ada, Core.Federation.QueryKeys.OfOrder(query)) },
            query with { Continuation = string.Empty },
        ];

        await Assert.ThrowsAsync<InvalidQueryException>(() => world.AskAsync(query with { Continuation = continuation }, Ben));
        await Assert.ThrowsAsync<InvalidQueryException>(() => world.AskAsync(query with { Continuation = continuation }, AccessContext.Service));
        foreach (FederatedQuery other in foreign)
        {
            await Assert.ThrowsAsync<InvalidQueryException>(() => world.AskAsync(other));
        }

        Assert.Equal(3, (await world.AskAsync(query with { Continuation = continuation })).Hits.Count);
    }

    [Fact]
    public void T01_interleaved_readers_see_their_own_hits_and_no_others() =>
        Gen.Select(Gen.Int[0, 2].Array[1, 25], Gen.Int[0, 2].Array[1, 25], Gen.Int[1, 7]).SampleSeeded((first, second, limit) =>
        {
            InMemoryIntegration[] sources = [Shelf("a", first), Shelf("b", second)];
            using FederationWorld world = new(_time, sources);
            Task<List<FederatedPage>>[] walks = [.. new[] { Ada, Ben, Ada }.Select(reader => world.WalkAsync(new("policy") { Limit = limit }, reader))];
            List<FederatedPage>[] all = Task.WhenAll(walks).GetAwaiter().GetResult();
            string[] Own(int reader) => [.. Visible("a", first, reader).Concat(Visible("b", second, reader)).Order(StringComparer.Ordinal)];
            return Keys(all[0]).Order(StringComparer.Ordinal).SequenceEqual(Own(1))
                && Keys(all[1]).Order(StringComparer.Ordinal).SequenceEqual(Own(2))
                && Keys(all[2]).SequenceEqual(Keys(all[0]))
                && sources.All(source => source.Calls.All(call => call.Reader == Ada || call.Reader == Ben));
        }, cases: 150);

    [Fact]
    public async Task T04_explanations_ranks_and_totals_count_only_what_the_reader_may_see()
    {
        InMemoryIntegration source = Shelf("a", [2, 2, 2, 1]);
        using FederationWorld world = new(_time, source);

        FederatedPage page = await world.AskAsync(new("policy") { Explain = true });

        Assert.Equal(1, Assert.Single(Assert.Single(page.Hits).Explanation!.Ranks).Rank);
        Assert.Equal(SearchTotal.Exact(1), page.Total);
    }

    private static IIntegration Build(string name, Shape shape) =>
        ScriptedSource.Paged(name, Hits(name, shape.Hits), shape.PageSize, call => Fail(call == shape.FailingCall));

    private static void Fail(bool now)
    {
        if (now)
        {
            throw new UnavailableException("Down for once.");
        }
    }

    /// <summary>Some of the hits are fresh and some have the question as their title, so that boosts change the order of a source.</summary>
    private static SearchHit[] Hits(string source, int count) => [.. Enumerable.Range(1, count).Select(i =>
        ScriptedSource.Hit(source, $"{i}", i % 7 == 0 ? "Policy" : null) with { Modified = i % 3 == 0 ? DateTimeOffset.UnixEpoch.AddYears(30) : null })];

    /// <summary>Who may see an item: 0 nobody, 1 Ada, 2 Ben.</summary>
    private InMemoryIntegration Shelf(string name, int[] owners)
    {
        InMemoryIntegration shelf = new(name, _time);
        for (int i = 0; i < owners.Length; i++)
        {
            AccessPolicy policy = owners[i] switch { 1 => Audience.Users(Ada.User!.Value), 2 => Audience.Users(Ben.User!.Value), _ => Audience.Nobody };
            shelf.Add($"{i}", $"{name} {i}", "policy", policy);
        }

        return shelf;
    }

    private static IEnumerable<string> Visible(string name, int[] owners, int reader) =>
        owners.Index().Where(item => item.Item == reader).Select(item => $"{name}/{item.Index}");
}
