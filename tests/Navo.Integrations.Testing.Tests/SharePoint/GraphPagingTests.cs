using System.Text.Json;

namespace Navo.Integrations.Testing.Tests.SharePoint;

public sealed class GraphPagingTests
{
    [Fact]
    public async Task F22_Links_lead_through_all_pages_and_each_entry_comes_once()
    {
        await using GraphWorld world = await GraphWorld.StartAsync(new() { MaxPageSize = 2 });
        IReadOnlyList<string> ids = await world.ListAsync("users?$select=id&$top=100", "id");

        Assert.Equal(world.Tenant.Users.Keys.Order(), ids.Order());
        Assert.Equal((world.Tenant.Users.Count + 1) / 2, world.Simulator.Requests.Count);
        Assert.All(world.Simulator.Requests, r => Assert.Contains("$select=id", r.PathAndQuery, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_page_may_come_before_the_next_one()
    {
        await using GraphWorld world = await GraphWorld.StartAsync(new() { MaxPageSize = 3 });
        world.Simulator.Quirks.EmptyPagesWithNextLink = true;
        JsonElement first = await world.GetAsync("users");
        JsonElement second = await world.GetAsync(first.GetProperty("@odata.nextLink").GetString()!);

        Assert.Equal(0, second.GetProperty("value").GetArrayLength());
        Assert.True(second.TryGetProperty("@odata.nextLink", out _));
        Assert.Equal(world.Tenant.Users.Count, (await world.ListAsync("users", "id")).Count);
    }

    [Fact]
    public async Task The_last_entry_of_a_page_may_come_again()
    {
        await using GraphWorld world = await GraphWorld.StartAsync(new() { MaxPageSize = 3 });
        world.Simulator.Quirks.RepeatsItemsAcrossPages = true;
        IReadOnlyList<string> ids = await world.ListAsync("users", "id");

        Assert.Equal(world.Tenant.Users.Keys.Order(), ids.Distinct().Order());
        Assert.Equal(ids[2], ids[3]);
    }

    [Fact]
    public async Task A_link_may_lead_to_its_own_page()
    {
        await using GraphWorld world = await GraphWorld.StartAsync(new() { MaxPageSize = 3 });
        world.Simulator.Quirks.NextLinkPointsToItself = true;
        string link = (await world.GetAsync("users")).GetProperty("@odata.nextLink").GetString()!;
        JsonElement again = await world.GetAsync(link);

        Assert.Equal(link, again.GetProperty("@odata.nextLink").GetString());
        Assert.Equal(3, again.GetProperty("value").GetArrayLength());
    }

    [Theory]
    [InlineData("users?$skiptoken=nonsense")]
    [InlineData("users?$skiptoken=")]
    [InlineData("users?$top=0")]
    [InlineData("users?$top=many")]
    public async Task What_Graph_did_not_give_is_refused(string path)
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        Assert.Equal((400, "invalidRequest"), await world.SendAsync(path) is var reply ? (reply.Status, reply.ErrorCode) : default);
    }
}
