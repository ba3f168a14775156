using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Federation;
using Navo.Integrations.Tests;
using static Navo.Integrations.Core.Tests.Federation.FederationWorld;

namespace Navo.Integrations.Core.Tests.Federation;

/// <summary>The fused order and the collapse of near-duplicates.</summary>
public sealed class FusionTests
{
    private const string Excerpt = "Employees may book trains of the first class for journeys that take longer than 3 hours when the line manager agrees in writing";

    private readonly FakeTimeProvider _time = new(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    private static readonly string[] Words = ["travel", "policy", "train", "hotel", "budget", "leave"];

    private static Gen<SearchHit[][]> Sources => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3]).Array[0, 12].Array[2, 4].Select(sources =>
        sources.Select((hits, s) => hits.Select((hit, i) => ScriptedSource.Hit($"s{s}", $"{i}", Words[hit.Item1], hit.Item2 == 0 ? null : $"{Excerpt} {Words[hit.Item2]}")).ToArray()).ToArray());

    [Fact]
    public void Row043_the_fused_order_does_not_depend_on_which_source_was_quicker() =>
        Gen.Select(Sources, Gen.Shuffle(new[] { 0, 1, 2, 3 })).SampleSeeded((sources, order) =>
        {
            IIntegration[] asked = [.. sources.Select((hits, s) => ScriptedSource.Of($"s{s}", (_, _, _) => Task.FromResult(ScriptedSource.Page(hits))))];
            IIntegration[] shuffled = [.. order.Where(i => i < asked.Length).Select(i => asked[i])];
            string[] Order(IIntegration[] all)
            {
                using FederationWorld world = new(_time, all);
                return [.. world.AskAsync(new("travel") { Limit = 20 }).GetAwaiter().GetResult().Hits
                    .Select(hit => string.Join('+', hit.Alternatives.Prepend(hit.Hit).Select(Key)))];
            }

            return Order(asked).SequenceEqual(Order(shuffled));
        }, cases: 150);

    [Fact]
    public void Row043_groups_hold_every_hit_once_whatever_the_order_and_no_two_texts_of_one_source() =>
        Sources.Select(sources => sources.SelectMany(hits => hits.Select((hit, i) => new FoundHit(new(hit, i + 1), new(hit)))).ToArray()).SelectMany(hits => Gen.Shuffle(hits).Select(shuffled => (hits, shuffled)))
            .SampleSeeded((hits, shuffled) =>
            {
                IReadOnlyList<FusionCandidate> groups = NearDuplicates.Collapse(hits);
                Assert.Equal(groups.Select(group => string.Join('+', group.Places.Select(p => Key(p.Hit)))), NearDuplicates.Collapse(shuffled).Select(group => string.Join('+', group.Places.Select(p => Key(p.Hit)))));
                Assert.Equal(hits.Select(hit => Key(hit.Place.Hit)).Order(), groups.SelectMany(group => group.Places).Select(p => Key(p.Hit)).Order());
                return groups.All(group => group.Places.GroupBy(p => p.Hit.Source).All(same => same.Select(p => (p.Hit.Title, p.Hit.Excerpt)).Distinct().Count() == 1));
            });

    [Theory]
    [InlineData("Travel policy", "travel-policy_v2 (final).docx", Excerpt, Excerpt, true)]
    [InlineData("Reise-Richtlinie für Züge", "Reise Richtlinie fur Zuge.pdf", Excerpt, "journeys that take longer than 3 hours when the line manager agrees", true)]
    [InlineData("Travel policy", "TP-0815.pdf", Excerpt, Excerpt, true)]
    [InlineData("Travel policy", "Travel policy.pdf", Excerpt, "Employees may book trains of the first class for journeys that take longer than 5 hours when the line manager agrees in writing", false)]
    [InlineData("Travel policy", "Travel policy.pdf", Excerpt, "Employees may not book trains of the first class for journeys that take longer than 3 hours when the line manager agrees in writing", false)]
    [InlineData("Travel policy", "Travel policy.pdf", "Employees may not book trains of the first class for journeys that take longer than 3 hours when the line manager agrees in writing", Excerpt, false)]
    [InlineData("Travel policy", "Travel policy.pdf", "Employees cannot book trains of the first class for journeys that take longer than 3 hours when the line manager agrees in writing", Excerpt, false)]
    [InlineData("Travel policy", "Travel policy.pdf", Excerpt + " in March", Excerpt + " in April", false)]
    [InlineData("Travel policy", "Travel policy.pdf", Excerpt + " on Mondays", Excerpt + " on Fridays", false)]
    [InlineData("Travel policy", "Travel policy.pdf", Excerpt + " for five days of travel", Excerpt + " for ten days of travel", false)]
    [InlineData("Travel policy", "Travel policy.pdf", "No employees may book trains of the first class for journeys that take longer than 3 hours when the line manager agrees in writing", Excerpt, false)]
    [InlineData("Travel policy", "Travel policy.pdf", Excerpt, "Employees may book trains of the first class for journeys that take longer than 3 hours when the line manager agrees in writing and are not abroad", true)]
    [InlineData("Travel policy", "Travel policy.pdf", Excerpt, "Cars are rented from the pool of the company and are returned with a full tank", false)]
    [InlineData("Overview", "Overview.pdf", null, null, false)]
    [InlineData("Overview", "Overview.pdf", "See below.", "See below.", false)]
    [InlineData("Travel policy", "Other", Excerpt, "journeys that take longer than 3 hours when the line manager agrees", false)]
    public async Task Row043_the_same_text_at_two_addresses_is_one_hit_with_both(string page, string file, string? pageText, string? fileText, bool isOne)
    {
        using FederationWorld world = new(
            _time,
            Fixed("confluence", ScriptedSource.Hit("confluence", "1", page, pageText) with { WebAddress = new("https://wiki.example/1") }),
            Fixed("sharepoint", ScriptedSource.Hit("sharepoint", "2", file, fileText) with { WebAddress = new("https://files.example/2") }));

        FederatedPage found = await world.AskAsync(new("travel"));

        Assert.Equal(isOne ? 1 : 2, found.Hits.Count);
        Assert.Equal(["https://files.example/2", "https://wiki.example/1"], found.Hits.SelectMany(hit => hit.Alternatives.Prepend(hit.Hit)).Select(hit => hit.WebAddress!.AbsoluteUri).Order());
        Assert.All(found.Reports, report => Assert.Equal(1, report.HitCount));
    }

    [Fact]
    public async Task Row043_two_items_of_one_source_are_one_only_if_their_texts_are_the_same()
    {
        SearchHit Hit(string id, string text) => ScriptedSource.Hit("confluence", id, "Travel policy", text);
        using FederationWorld world = new(_time, Fixed("confluence", Hit("1", Excerpt), Hit("2", $"{Excerpt} please"), Hit("3", Excerpt)));

        FederatedPage found = await world.AskAsync(new("travel"));

        Assert.Equal(["confluence/1+confluence/3", "confluence/2"], found.Hits.Select(hit => string.Join('+', hit.Alternatives.Prepend(hit.Hit).Select(Key))));
    }

    [Fact]
    public async Task Row043_each_hit_explains_its_place()
    {
        DateTimeOffset old = _time.GetUtcNow() - TimeSpan.FromDays(180);
        using FederationWorld world = new(
            _time,
            Fixed("a", ScriptedSource.Hit("a", "1"), ScriptedSource.Hit("a", "2", "Travel.pdf", Excerpt) with { Modified = old }),
            Fixed("b", ScriptedSource.Hit("b", "9", "travel", Excerpt)));

        FederatedPage page = await world.AskAsync(new("Travel") { Explain = true });

        HitExplanation first = page.Hits[0].Explanation!;
        Assert.Equal([("b", 1, 1 / 61.0), ("a", 2, 1 / 62.0)], first.Ranks.Select(rank => (rank.Source.ToString(), rank.Rank, rank.Share)));
        Assert.Equal([new ScoreBoost("exact_title", 1.5), new ScoreBoost("freshness", 1.05)], first.Boosts);
        Assert.Equal((1 / 61.0 + 1 / 62.0) * 1.5 * 1.05, page.Hits[0].Score, 12);
        Assert.Equal([1, 2], page.Hits.Select(hit => hit.Rank));
        Assert.Null((await world.AskAsync(new("Travel"))).Hits[0].Explanation);
    }

    [Fact]
    public async Task Row043_fresh_hits_gain_as_much_as_the_query_says()
    {
        IIntegration source = Fixed("a", ScriptedSource.Hit("a", "old"), ScriptedSource.Hit("a", "new") with { Modified = _time.GetUtcNow() });
        using FederationWorld world = new(_time, source);

        Assert.Equal(["a/new", "a/old"], Keys([await world.AskAsync(new("travel"))]));
        Assert.Equal(["a/old", "a/new"], Keys([await world.AskAsync(new("travel") { FreshnessBoost = 0 })]));
    }

    private static IIntegration Fixed(string name, params SearchHit[] hits) => ScriptedSource.Of(name, (_, _, _) => Task.FromResult(ScriptedSource.Page(hits)));
}
