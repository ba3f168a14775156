using System.Text.Json;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.Tests.SharePoint;

public sealed class DeltaTests
{
    [Fact]
    public async Task A_first_run_gives_every_item_and_the_next_only_what_changed()
    {
        await using GraphWorld world = await GraphWorld.StartAsync(new() { MaxPageSize = 25 });
        (GraphItem file, string feed) = Feed(world);
        (JsonElement[] all, string link) = await RunAsync(world, feed);
        world.Tenant.Save(file.Id, GraphTenant.Person("ben"), "new");
        (JsonElement[] changed, string next) = await RunAsync(world, link);

        Assert.Equal(world.Tenant.Items.Values.Where(i => i.DriveId == file.DriveId).Select(i => i.Id).Order(), all.Select(Id).Order());
        Assert.Equal([file.Id], changed.Select(Id));
        Assert.Empty((await RunAsync(world, next)).Items);
    }

    [Fact]
    public async Task What_is_deleted_comes_without_a_name_and_with_all_that_it_held()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        (_, string feed) = Feed(world);
        string link = (await RunAsync(world, feed)).Link;
        world.Tenant.Delete(world.Tenant.Find("Board").Id);
        JsonElement[] gone = (await RunAsync(world, link)).Items;

        Assert.Equal(2, gone.Length);
        Assert.All(gone, i => Assert.Equal("deleted", i.GetProperty("deleted").GetProperty("state").GetString()));
        Assert.All(gone, i => Assert.False(i.TryGetProperty("name", out _) || i.TryGetProperty("cTag", out _)));
        Assert.DoesNotContain((await RunAsync(world, feed)).Items, i => i.TryGetProperty("deleted", out _));
    }

    [Fact]
    public async Task What_changes_while_a_run_goes_on_is_not_lost()
    {
        await using GraphWorld world = await GraphWorld.StartAsync(new() { MaxPageSize = 10 });
        (_, string feed) = Feed(world);
        JsonElement first = await world.GetAsync(feed);
        string read = Id(first.GetProperty("value")[3]);
        world.Tenant.Put(world.Tenant.Items[read] with { Name = "Renamed" });
        (JsonElement[] rest, string link) = await RunAsync(world, first.GetProperty("@odata.nextLink").GetString()!);

        Assert.Equal(world.Tenant.Items.Values.Count(i => i.DriveId == world.Tenant.Items[read].DriveId), rest.Select(Id).Append(read).Concat(first.GetProperty("value").EnumerateArray().Select(Id)).Distinct().Count());
        Assert.Equal([read], (await RunAsync(world, link)).Items.Select(Id));
    }

    [Fact]
    public async Task The_newest_token_and_a_time_begin_without_what_was_before()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        (GraphItem file, string feed) = Feed(world);
        (JsonElement[] none, string link) = await RunAsync(world, $"{feed}?token=latest");
        world.Time.Advance(TimeSpan.FromMinutes(45));
        string before = Uri.EscapeDataString("2026-11-02T09:30:00Z");
        world.Tenant.Save(file.Id, GraphTenant.Person("ben"), "new");

        Assert.Empty(none);
        Assert.Equal([file.Id], (await RunAsync(world, link)).Items.Select(Id));
        Assert.Equal([file.Id], (await RunAsync(world, $"{feed}?token={before}")).Items.Select(Id));
    }

    [Fact]
    public async Task A_token_that_has_ended_is_answered_with_where_to_begin_again()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        (_, string feed) = Feed(world);
        string link = (await RunAsync(world, feed)).Link;
        world.Simulator.EndDeltaTokens();
        GraphReply gone = await world.SendAsync(link);

        Assert.Equal((410, "resyncChangesApplyDifferences"), (gone.Status, gone.ErrorCode));
        Assert.NotEmpty((await RunAsync(world, gone.Headers["Location"])).Items);
        Assert.Equal(400, (await world.SendAsync($"{feed}?token=nonsense")).Status);
    }

    [Fact]
    public async Task An_item_may_come_twice_and_its_last_state_counts()
    {
        await using GraphWorld world = await GraphWorld.StartAsync(new() { MaxPageSize = 10 });
        world.Simulator.Quirks.RepeatsItemsAcrossPages = true;
        (GraphItem file, string feed) = Feed(world);
        JsonElement[] items = (await RunAsync(world, feed)).Items;
        Dictionary<string, string> last = [];
        foreach (JsonElement item in items)
        {
            last[Id(item)] = item.GetProperty("name").GetString()!;
        }

        Assert.True(items.Length > last.Count);
        Assert.All(last, i => Assert.Equal(world.Tenant.Items[i.Key].Name, i.Value));
        Assert.Contains(items, i => i.GetProperty("name").GetString()!.StartsWith("Formerly ", StringComparison.Ordinal));
        Assert.Equal(world.Tenant.Items.Values.Count(i => i.DriveId == file.DriveId), last.Count);
    }

    [Fact]
    public async Task Changes_of_permissions_are_marked_on_request()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        (GraphItem file, string feed) = Feed(world);
        string link = (await RunAsync(world, feed)).Link;
        world.Tenant.Share(file.Id, new GraphGrant(GraphGrantKind.User, GraphTenant.Person("eve")));
        const string Preference = "deltashowremovedasdeleted, deltatraversepermissiongaps, deltashowsharingchanges";
        GraphReply marked = await world.SendAsync(link, headers: ("Prefer", Preference));

        Assert.Equal("True", marked.Body.GetProperty("value")[0].GetProperty("@microsoft.graph.sharedChanged").GetString());
        Assert.DoesNotContain("sharedChanged", (await world.SendAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Below_the_root_there_is_no_feed()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        Assert.Equal("notSupported", (await world.SendAsync($"{world.PathOf("Board")}/delta")).ErrorCode);
    }

    [Fact]
    public async Task Sites_have_a_feed_for_applications()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        (JsonElement[] all, string link) = await RunAsync(world, "sites/delta");
        world.Tenant.AddSite("new", "/sites/new");

        Assert.Equal(world.Tenant.Sites.Count - 1, all.Length);
        Assert.Equal([world.Tenant.SiteId("new")], (await RunAsync(world, link)).Items.Select(Id));
        world.SignIn("ada");
        Assert.Equal(403, (await world.SendAsync("sites/delta")).Status);
    }

    private static (GraphItem File, string Path) Feed(GraphWorld world)
    {
        GraphItem file = world.Tenant.Find("Deployment process.md");
        return (file, $"drives/{file.DriveId}/root/delta");
    }

    private static string Id(JsonElement item) => item.GetProperty("id").GetString()!;

    private static async Task<(JsonElement[] Items, string Link)> RunAsync(GraphWorld world, string path)
    {
        List<JsonElement> items = [];
        JsonElement page = await world.GetAsync(path);
        for (; ; page = await world.GetAsync(page.GetProperty("@odata.nextLink").GetString()!))
        {
            items.AddRange(page.GetProperty("value").EnumerateArray());
            if (page.TryGetProperty("@odata.deltaLink", out JsonElement link))
            {
                return ([.. items], link.GetString()!);
            }
        }
    }
}
