using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Testing.Tests.Confluence;

public sealed class CqlTests
{
    // 09:00 UTC is 10:00 in Berlin, the site's zone.
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("text ~ \"deploy billing\"", "101")]
    [InlineData("text ~ \"deploy salaries\"", "")]
    [InlineData("title ~ \"salar*\"", "102")]
    [InlineData("text ~ \"\\\"blue button\\\"\"", "101")]
    [InlineData("text ~ \"\\\"button blue\\\"\"", "")]
    [InlineData("title = \"bonus RULES\"", "103")]
    [InlineData("space = \"ENG\" and type in (page, blogpost) order by id asc", "101,102,103")]
    [InlineData("space in (\"DOCS\") or label = howto", "101")]
    [InlineData("label != howto order by id desc", "103,102")]
    [InlineData("not (title ~ bonus or title ~ salaries)", "101")]
    [InlineData("title ~ bonus or title ~ salaries and label = howto", "103")]
    [InlineData("id not in (101, 102)", "103")]
    [InlineData("ancestor = 102", "103")]
    [InlineData("parent != 102 order by lastmodified", "102,101")]
    [InlineData("creator = currentUser() and title !~ bonus order by id", "101,102")]
    [InlineData("contributor = \"id-bob\"", "")]
    [InlineData("lastmodified >= now(\"-2d\")", "101")]
    [InlineData("lastmodified >= \"2026-03-01 10:00\"", "101")]
    [InlineData("lastmodified >= \"2026-03-01 10:01\"", "")]
    [InlineData("created < \"2026-01-01\"", "102")]
    public async Task Row099_A_query_finds_just_what_it_says(string cql, string ids)
    {
        await using var simulator = await Start();
        using var ann = new SimulatorClient(simulator, "ann");

        var body = await ann.GetAsync("wiki/rest/api/search?cql=" + Uri.EscapeDataString(cql));

        var found = body.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("content").GetProperty("id").GetString());
        Assert.Equal(ids, string.Join(',', found));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text ~")]
    [InlineData("text ~ \"open")]
    [InlineData("text = \"no\"")]
    [InlineData("space = and")]
    [InlineData("nonsense = 1")]
    [InlineData("(title ~ a")]
    [InlineData("title ~ a b")]
    [InlineData("lastmodified > \"yesterday\"")]
    [InlineData("title ~ a order by weight")]
    public async Task Row099_What_is_not_a_query_is_answered_400_in_the_vendors_form(string cql)
    {
        await using var simulator = await Start();
        using var ann = new SimulatorClient(simulator, "ann");

        using var response = await ann.SendAsync("wiki/rest/api/search?cql=" + Uri.EscapeDataString(cql));

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("Could not parse cql", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row099_Found_words_are_marked_in_title_and_excerpt()
    {
        await using var simulator = await Start();
        using var ann = new SimulatorClient(simulator, "ann");

        var hit = (await ann.GetAsync("wiki/rest/api/search?cql=siteSearch~bonus")).GetProperty("results")[0];

        Assert.Equal("@@@hl@@@Bonus@@@endhl@@@ rules", hit.GetProperty("title").GetString());
        Assert.Equal("Who gets a @@@hl@@@bonus.@@@endhl@@@", hit.GetProperty("excerpt").GetString());
    }

    private Task<ConfluenceSimulator> Start() => ConfluenceSimulator.StartAsync(
        new ConfluenceSimulatorOptions { Site = SmallSite.Create(_clock), TimeProvider = _clock },
        TestContext.Current.CancellationToken);
}
