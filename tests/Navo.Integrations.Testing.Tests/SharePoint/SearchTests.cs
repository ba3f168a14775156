using System.Text.Json;
using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.Tests.SharePoint;

public sealed class SearchTests
{
    [Theory]
    [InlineData("filename:\"Salary review notes.md\"", "Salary review notes.md")]
    [InlineData("salary notes", "Salary review notes.md")]
    [InlineData("\"salary review\"", "Salary review notes.md")]
    [InlineData("\"review salary\"", "")]
    [InlineData("salar*", "Salary review notes.md")]
    [InlineData("salary NOT culture", "")]
    [InlineData("salary -strategy", "Salary review notes.md")]
    [InlineData("pricing OR salary", "Pricing.md,Salary review notes.md")]
    [InlineData("(pricing OR salary) AND culture", "Salary review notes.md")]
    [InlineData("title:strategy", "Strategy.md")]
    [InlineData("title=Strategy", "Strategy.md")]
    [InlineData("filename:pricing.md filename:strategy.md", "Pricing.md,Strategy.md")]
    [InlineData("filename:pricing.md AND filename:strategy.md", "")]
    [InlineData("path:\"https://contoso.sharepoint.com/sites/launch-secret\" isDocument=true", "Pricing.md")]
    [InlineData("site:\"https://contoso.sharepoint.com/sites/launch-secret\"", "Pricing.md")]
    [InlineData("filetype:md author:eve", "Salary review notes.md,Strategy.md")]
    [InlineData("filetype:md author:eve size>50", "Salary review notes.md")]
    [InlineData("filetype:md author:eve size:1..50", "Strategy.md")]
    [InlineData("author:eve filetype:md title<>Strategy", "Salary review notes.md")]
    [InlineData("isDocument:0 title:board", "Board")]
    [InlineData("title:strategy created<2001-01-01", "")]
    [InlineData("title:strategy lastModifiedTime>=2001-01-01", "Strategy.md")]
    public async Task Row039_A_query_finds_what_it_says(string query, string names)
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        Assert.Equal(names, string.Join(',', (await NamesAsync(world, query)).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("(salary")]
    [InlineData("\"salary")]
    [InlineData("salary)")]
    [InlineData("author:")]
    [InlineData("salary AND")]
    [InlineData("")]
    public async Task Row041_A_malformed_query_is_refused(string query)
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        Assert.Equal(400, (await AskAsync(world, query)).Status);
    }

    [Fact]
    public async Task Row040_An_application_names_the_region_and_a_user_must_not()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        Assert.Equal(400, (await AskAsync(world, "salary", region: null)).Status);
        Assert.Equal(400, (await AskAsync(world, "salary", region: "EUR")).Status);
        world.SignIn("eve");
        Assert.Equal(400, (await AskAsync(world, "salary", region: "NAM")).Status);
        Assert.Equal(200, (await AskAsync(world, "salary", region: null)).Status);
    }

    [Fact]
    public async Task Row042_What_an_application_finds_is_not_trimmed_and_what_a_user_finds_is()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        Assert.Single(await NamesAsync(world, "salary"));
        world.SignIn("ben");
        Assert.Empty(await NamesAsync(world, "salary", region: null));
        world.SignIn("eve");
        Assert.Single(await NamesAsync(world, "salary", region: null));
    }

    [Fact]
    public async Task Pages_are_counted_off_and_say_whether_there_is_more()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        HashSet<string> found = [];
        bool isMore = true;
        int pages = 0;
        for (; isMore; pages++)
        {
            JsonElement container = Container(await AskAsync(world, "filetype:csv", more: r => (r["from"], r["size"]) = (pages * 20, 20)));
            found.UnionWith(container.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("hitId").GetString()!));
            isMore = container.GetProperty("moreResultsAvailable").GetBoolean();
            Assert.InRange(container.GetProperty("total").GetInt32(), found.Count, 400);
        }

        Assert.Equal(world.Tenant.Items.Values.Count(i => i.Name.EndsWith(".csv", StringComparison.Ordinal)), found.Count);
        Assert.Equal((found.Count + 19) / 20, pages);
        Assert.Equal(400, (await AskAsync(world, "filetype:csv", more: r => r["size"] = 501)).Status);
    }

    [Fact]
    public async Task Hits_are_sorted_by_what_can_be_sorted_by()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        JsonElement[] hits = await HitsAsync(world, "filetype:md author:eve", more: r => r["sortProperties"] = JsonNode.Parse("""[{"name":"size","isDescending":true}]"""));

        Assert.Equal(["Salary review notes.md", "Strategy.md"], hits.Select(Name));
        Assert.Equal(400, (await AskAsync(world, "x", more: r => r["sortProperties"] = JsonNode.Parse("""[{"name":"author"}]"""))).Status);
    }

    [Fact]
    public async Task Hits_are_counted_in_buckets_and_a_bucket_can_be_asked_for()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        JsonElement aggregation = Container(await AskAsync(world, "release", more: r => r["aggregations"] = JsonNode.Parse("""[{"field":"fileType","size":3}]"""))).GetProperty("aggregations")[0];
        JsonElement bucket = aggregation.GetProperty("buckets")[0];
        string filter = $"fileType:{bucket.GetProperty("aggregationFilterToken").GetString()}";
        JsonElement filtered = Container(await AskAsync(world, "release", more: r => r["aggregationFilters"] = new JsonArray(filter)));

        Assert.Equal(3, aggregation.GetProperty("buckets").GetArrayLength());
        Assert.Equal(bucket.GetProperty("count").GetInt32(), filtered.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_summary_marks_the_words_that_were_sought_and_what_is_left_out()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string padding = string.Join(' ', Enumerable.Repeat("filler", 50));
        world.Tenant.AddFile(world.Tenant.Find("Board"), "Long.md", $"{padding} xylophone <b> {padding}");
        string summary = Assert.Single(await HitsAsync(world, "xylophone")).GetProperty("summary").GetString()!;

        Assert.Contains("<c0>xylophone</c0> &lt;b&gt;", summary, StringComparison.Ordinal);
        Assert.StartsWith("<ddd/>", summary, StringComparison.Ordinal);
        Assert.EndsWith("<ddd/>", summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("driveItem", "salary", "#microsoft.graph.driveItem")]
    [InlineData("listItem", "queue", "#microsoft.graph.listItem")]
    [InlineData("list", "risks", "#microsoft.graph.list")]
    [InlineData("drive", "documents", "#microsoft.graph.drive")]
    [InlineData("site", "engineering", "#microsoft.graph.site")]
    public async Task Each_kind_of_entity_is_found(string kind, string query, string type)
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        JsonElement[] hits = await HitsAsync(world, query, more: r => r["entityTypes"] = new JsonArray(kind));
        Assert.NotEmpty(hits);
        Assert.All(hits, h => Assert.Equal(type, h.GetProperty("resource").GetProperty("@odata.type").GetString()));
    }

    [Fact]
    public async Task Everything_is_no_query_for_drives_and_unknown_kinds_are_refused()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        Assert.Equal(400, (await AskAsync(world, "*", more: r => r["entityTypes"] = new JsonArray("drive"))).Status);
        Assert.Equal(400, (await AskAsync(world, "x", more: r => r["entityTypes"] = new JsonArray("planet"))).Status);
        Assert.Equal(world.Tenant.Sites.Count, (await HitsAsync(world, "*", more: r => r["entityTypes"] = new JsonArray("site"))).Length);
    }

    [Fact]
    public async Task With_selected_sites_there_is_no_search()
    {
        await using GraphWorld world = await GraphWorld.StartAsync(new() { SelectedSites = [] });
        Assert.Equal("accessDenied", (await AskAsync(world, "salary")).ErrorCode);
    }

    private static string Name(JsonElement hit) => hit.GetProperty("resource").GetProperty("name").GetString()!;

    private static async Task<IEnumerable<string>> NamesAsync(GraphWorld world, string query, string? region = "NAM") => (await HitsAsync(world, query, region)).Select(Name);

    private static async Task<JsonElement[]> HitsAsync(GraphWorld world, string query, string? region = "NAM", Action<JsonObject>? more = null) =>
        [.. Container(await AskAsync(world, query, region, more)).GetProperty("hits").EnumerateArray()];

    private static JsonElement Container(GraphReply reply)
    {
        Assert.True(reply.Status == 200, reply.Text);
        return reply.Body.GetProperty("value")[0].GetProperty("hitsContainers")[0];
    }

    private static Task<GraphReply> AskAsync(GraphWorld world, string query, string? region = "NAM", Action<JsonObject>? more = null)
    {
        JsonObject request = new() { ["entityTypes"] = new JsonArray("driveItem"), ["query"] = new JsonObject { ["queryString"] = query }, ["size"] = 50 };
        if (region is not null)
        {
            request["region"] = region;
        }

        more?.Invoke(request);
        return world.PostAsync("search/query", new JsonObject { ["requests"] = new JsonArray(request) }.ToJsonString());
    }
}
