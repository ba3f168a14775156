using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.Testing.Tests.OpenAi;

/// <summary>Vector stores: their content, search, filters and pages.</summary>
public sealed class StoreTests
{
    [Theory]
    [InlineData("How many days of vacation do I have?", "vacation-policy.md")]
    [InlineData("error 720 of the vpn client", "vpn-access.md")]
    [InlineData("How do we roll back a deployment?", "deployment.md")]
    [InlineData("what does lunch cost", "canteen.txt")]
    public async Task The_handbook_finds_what_a_person_would_look_for(string query, string name)
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();

        JsonNode found = (await world.PostAsync("vector_stores/vs_handbook/search", new() { ["query"] = query })).Body;

        Assert.Equal(name, found["data"]![0]!["filename"]!.GetValue<string>());
        Assert.Equal(10, found["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task Results_come_page_by_page_without_repetition_and_above_the_threshold()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        JsonObject body = new() { ["query"] = new JsonArray("vacation", "travel"), ["max_num_results"] = 15 };
        List<string> all = [];
        string path = "vector_stores/vs_handbook/search";
        for (string? page = path; page is not null;)
        {
            JsonNode found = (await world.PostAsync(page, body)).Body;
            all.AddRange(found["data"]!.AsArray().Select(d => d!["file_id"]!.GetValue<string>()));
            page = found["has_more"]!.GetValue<bool>() ? $"{path}?page={found["next_page"]}" : null;
        }

        body["ranking_options"] = new JsonObject { ["score_threshold"] = 0.5 };
        JsonArray good = (await world.PostAsync(path, body)).Body["data"]!.AsArray();

        Assert.Equal(40, all.Distinct().Count());
        Assert.Equal(40, all.Count);
        Assert.InRange(good.Count, 2, 14);
        Assert.All(good, g => Assert.InRange(g!["score"]!.GetValue<double>(), 0.5, 1));
    }

    [Theory]
    [InlineData("""{"type":"eq","key":"kind","value":"a"}""", "1")]
    [InlineData("""{"type":"ne","key":"kind","value":"a"}""", "2,3")]
    [InlineData("""{"type":"gt","key":"n","value":1}""", "2")]
    [InlineData("""{"type":"gte","key":"n","value":1}""", "1,2")]
    [InlineData("""{"type":"lt","key":"n","value":2}""", "1")]
    [InlineData("""{"type":"lte","key":"n","value":2}""", "1,2")]
    [InlineData("""{"type":"in","key":"kind","value":["a","b"]}""", "1,2")]
    [InlineData("""{"type":"nin","key":"kind","value":["a"]}""", "2")]
    [InlineData("""{"type":"and","filters":[{"type":"eq","key":"open","value":true},{"type":"gt","key":"n","value":1}]}""", "2")]
    [InlineData("""{"type":"or","filters":[{"type":"eq","key":"kind","value":"b"},{"type":"and","filters":[{"type":"eq","key":"n","value":1}]}]}""", "1,2")]
    public async Task Filters_hold_files_against_their_attributes(string filter, string names)
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync(o =>
        {
            OpenAiVectorStore store = o.AddVectorStore("vs_mine");
            store.AddFile("1", "tide", new Dictionary<string, object> { ["kind"] = "a", ["n"] = 1, ["open"] = true });
            store.AddFile("2", "tide", new Dictionary<string, object> { ["kind"] = "b", ["n"] = 2.0, ["open"] = true });
            store.AddFile("3", "tide");
        });

        OpenAiReply reply = await world.PostAsync("vector_stores/vs_mine/search", new() { ["query"] = "tide", ["filters"] = JsonNode.Parse(filter) });

        Assert.Equal(names, string.Join(',', reply.Body["data"]!.AsArray().Select(d => d!["filename"]!.GetValue<string>()).Order()));
    }

    [Theory]
    [InlineData("""{"query":"x","max_num_results":51}""", "max_num_results")]
    [InlineData("""{"query":"x","max_num_results":0}""", "max_num_results")]
    [InlineData("""{"query":"x","filters":{"type":"like","key":"a","value":"b"}}""", "filters.type")]
    [InlineData("""{"query":"x","filters":{"type":"eq","key":"a","value":"b","more":1}}""", "filters.more")]
    [InlineData("""{"query":"x","filters":{"type":"eq","value":"b"}}""", "filters.key")]
    [InlineData("""{"query":"x","ranking_options":{"score_threshold":2}}""", "score_threshold")]
    [InlineData("""{"max_num_results":5}""", "query")]
    [InlineData("""{"query":"x","top_k":5}""", "top_k")]
    public async Task A_wrong_search_is_refused(string body, string param)
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();

        OpenAiReply reply = await world.PostAsync("vector_stores/vs_handbook/search", JsonNode.Parse(body)!.AsObject());

        Assert.Equal((400, param), (reply.Status, reply.Error["param"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_list_is_paged_forwards_and_backwards_in_both_orders()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync(o =>
        {
            OpenAiVectorStore store = o.AddVectorStore("vs_mine");
            foreach (int i in Enumerable.Range(1, 5))
            {
                store.AddFile($"{i}", "tide");
            }
        });
        string[] ids = [.. world.Organization.VectorStores.Single(s => s.Id == "vs_mine").Files.Select(f => f.Id)];
        async Task<(string Places, bool HasMore)> PageAsync(string query)
        {
            JsonNode page = await world.GetAsync($"vector_stores/vs_mine/files?{query}");
            return (string.Concat(page["data"]!.AsArray().Select(d => Array.IndexOf(ids, d!["id"]!.GetValue<string>()) + 1)), page["has_more"]!.GetValue<bool>());
        }

        Assert.Equal(("54", true), await PageAsync("limit=2"));
        Assert.Equal(("12", true), await PageAsync("limit=2&order=asc"));
        Assert.Equal(("34", true), await PageAsync($"limit=2&order=asc&after={ids[1]}"));
        Assert.Equal(("5", false), await PageAsync($"limit=2&order=asc&after={ids[3]}"));
        Assert.Equal(("23", true), await PageAsync($"limit=2&order=asc&before={ids[3]}"));
        Assert.Equal(("", false), await PageAsync("filter=failed"));
        Assert.Equal(400, (await world.SendAsync(HttpMethod.Get, "vector_stores/vs_mine/files?limit=101")).Status);
        Assert.Equal(400, (await world.SendAsync(HttpMethod.Get, "vector_stores/vs_mine/files?after=nobody")).Status);
        Assert.Equal(404, (await world.SendAsync(HttpMethod.Get, "vector_stores/vs_none/files")).Status);
    }

    [Fact]
    public async Task A_long_text_comes_page_by_page_and_whole()
    {
        string text = string.Join("\n\n", Enumerable.Range(1, 25).Select(i => $"Paragraph {i} of the tide tables."));
        await using OpenAiWorld world = await OpenAiWorld.StartAsync(o =>
        {
            o.AddVectorStore("vs_mine").ChunkTokens = 10;
            o.AddVectorStore("vs_mine").AddFile("long.txt", text);
        });
        string path = $"vector_stores/vs_mine/files/{world.Organization.VectorStores.Single(s => s.Id == "vs_mine").Files[0].Id}/content";

        JsonNode first = await world.GetAsync(path);
        JsonNode second = await world.GetAsync($"{path}?page={first["next_page"]}");
        JsonNode third = await world.GetAsync($"{path}?page={second["next_page"]}");

        Assert.Equal(text, string.Join("\n\n", new[] { first, second, third }.SelectMany(p => p["data"]!.AsArray()).Select(d => d!["text"]!.GetValue<string>())));
        Assert.Equal([true, true, false], new[] { first, second, third }.Select(p => p["has_more"]!.GetValue<bool>()));
    }

    [Fact]
    public void Most_files_of_the_handbook_carry_a_stamp_and_some_do_not()
    {
        OpenAiOrganization organization = OpenAiOrganization.CreateBelievable();
        IReadOnlyList<OpenAiFile> files = organization.VectorStores.Single(s => s.Id == "vs_handbook").Files;

        Assert.Equal(40, files.Count);
        Assert.Equal(4, files.Count(f => f.Attributes.Count == 0));
        Assert.All(files.Where(f => f.Attributes.Count > 0), f => Assert.Equal(
            ["container", "kind", "modified", "navo_id", "navo_source", "navo_version", "title", "url"], f.Attributes.Keys.Order(StringComparer.Ordinal)));
        Assert.Equal(10, organization.VectorStores.Single(s => s.Id == "vs_public").Files.Count);
    }
}
