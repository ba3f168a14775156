using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Testing.Tests.Confluence;

public sealed class PagingTests
{
    private const string All = "wiki/rest/api/search?limit=50&cql=type%3Dpage%20order%20by%20id";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task F23_A_lowered_page_size_still_leads_to_every_hit_by_links()
    {
        await using var simulator = await Start(maxPageSize: 2);
        using var ann = new SimulatorClient(simulator, "ann");

        var first = await ann.GetAsync(All);
        var next = first.GetProperty("_links").GetProperty("next").GetString()!;
        var second = await ann.GetAsync("wiki" + next);

        Assert.Equal(2, first.GetProperty("size").GetInt32());
        Assert.StartsWith("/rest/api/search?", next, StringComparison.Ordinal);
        Assert.Equal("103", Assert.Single(second.GetProperty("results").EnumerateArray()).GetProperty("content").GetProperty("id").GetString());
        Assert.False(second.GetProperty("_links").TryGetProperty("next", out _));
    }

    [Fact]
    public async Task F17_An_invalid_cursor_is_refused_in_the_vendors_form()
    {
        await using var simulator = await Start();
        using var ann = new SimulatorClient(simulator, "ann");

        using var response = await ann.SendAsync("wiki/api/v2/pages?cursor=bm9uc2Vuc2U");

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("Expected type is Cursor", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F21_F22_F18_Quirks_give_empty_pages_repeated_items_and_a_link_to_itself()
    {
        await using var simulator = await Start(maxPageSize: 2);
        using var ann = new SimulatorClient(simulator, "ann");

        simulator.Quirks.RepeatsItemsAcrossPages = true;
        Assert.Equal("102", Ids(await Next(ann, await ann.GetAsync(All)))[0]);
        simulator.Quirks.RepeatsItemsAcrossPages = false;
        simulator.Quirks.EmptyPagesWithNextLink = true;
        var empty = await Next(ann, await Next(ann, await ann.GetAsync(All)));
        Assert.Empty(Ids(empty));
        Assert.True(empty.GetProperty("_links").TryGetProperty("next", out _));
        simulator.Quirks.NextLinkPointsToItself = true;
        Assert.Equal(["101", "102"], Ids(await Next(ann, await ann.GetAsync(All))));
    }

    [Fact]
    public async Task Row099_The_v2_link_is_in_the_header_and_the_body()
    {
        await using var simulator = await Start();
        using var ann = new SimulatorClient(simulator, "ann");

        using var response = await ann.SendAsync("wiki/api/v2/pages?limit=1");

        var link = Assert.Single(response.Headers.GetValues("Link"));
        Assert.StartsWith("</wiki/api/v2/pages?limit=1&cursor=", link, StringComparison.Ordinal);
    }

    private static async Task<System.Text.Json.JsonElement> Next(SimulatorClient client, System.Text.Json.JsonElement page) =>
        await client.GetAsync("wiki" + page.GetProperty("_links").GetProperty("next").GetString());

    private static List<string> Ids(System.Text.Json.JsonElement page) =>
        [.. page.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("content").GetProperty("id").GetString()!)];

    private Task<ConfluenceSimulator> Start(int? maxPageSize = null) => ConfluenceSimulator.StartAsync(
        new ConfluenceSimulatorOptions { Site = SmallSite.Create(_clock), TimeProvider = _clock, MaxPageSize = maxPageSize },
        TestContext.Current.CancellationToken);
}
