using System.Text.Json;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Integrations.Testing.Tests.SharePoint;

public sealed class DirectoryTests
{
    private static string Ben => GraphTenant.Person("ben");

    [Fact]
    public async Task A_user_is_found_by_id_and_by_name_to_sign_in_with()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        Assert.Equal(Ben, (await world.GetAsync("users/ben@contoso.example")).GetProperty("id").GetString());
        Assert.Equal("Ben", (await world.GetAsync($"users/{Ben}")).GetProperty("displayName").GetString());
        Assert.Equal((404, "Request_ResourceNotFound"), await world.SendAsync("users/nobody") is var r ? (r.Status, r.ErrorCode) : default);
    }

    [Fact]
    public async Task Whether_an_account_is_enabled_is_told_only_on_request()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string path = $"users/{GraphTenant.Person("old")}";
        Assert.False((await world.GetAsync(path)).TryGetProperty("accountEnabled", out _));
        Assert.False((await world.GetAsync($"{path}?$select=id,accountEnabled")).GetProperty("accountEnabled").GetBoolean());
    }

    [Theory]
    [InlineData("mail eq 'ben@contoso.example'", "Ben")]
    [InlineData("startswith(displayName,'a')", "Ada")]
    [InlineData("userPrincipalName in ('ada@contoso.example', 'BEN@contoso.example')", "Ada,Ben")]
    [InlineData("userType eq 'Guest'", "Gus")]
    public async Task Users_are_filtered(string filter, string names)
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        Assert.Equal(names, string.Join(',', (await world.ListAsync($"users?$filter={Uri.EscapeDataString(filter)}", "displayName")).Order()));
    }

    [Fact]
    public async Task A_filter_that_the_directory_does_not_know_is_refused()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        Assert.Equal("Request_UnsupportedQuery", (await world.SendAsync("users?$filter=city eq 'Bonn'")).ErrorCode);
    }

    [Fact]
    public async Task Membership_counts_through_groups_in_groups_and_circles_end()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string[] asked = [GraphTenant.GroupId("engineering"), GraphTenant.GroupId("hr"), GraphTenant.GroupId("circle")];
        string body = JsonSerializer.Serialize(new { groupIds = asked });

        Assert.Equal([asked[0]], await CheckAsync(world, "cleo", body));
        Assert.Equal([asked[2]], await CheckAsync(world, "dan", body));
        Assert.Equal(2, (await world.ListAsync($"users/{GraphTenant.Person("dan")}/transitiveMemberOf", "id")).Count);
        Assert.Single(await world.ListAsync($"users/{GraphTenant.Person("dan")}/memberOf", "id"));
    }

    [Fact]
    public async Task More_than_20_groups_at_once_are_refused()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string body = JsonSerializer.Serialize(new { groupIds = Enumerable.Range(0, 21).Select(i => GraphIds.Guid($"{i}")) });
        Assert.Equal("Request_BadRequest", (await world.PostAsync($"users/{Ben}/checkMemberGroups", body)).ErrorCode);
    }

    [Fact]
    public async Task All_groups_of_a_user_are_told()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        GraphReply reply = await world.PostAsync($"users/{GraphTenant.Person("cleo")}/getMemberGroups", """{"securityEnabledOnly":false}""");
        Assert.Equal(world.Tenant.GroupsOf(GraphTenant.Person("cleo")).Order(), reply.Body.GetProperty("value").EnumerateArray().Select(g => g.GetString()!).Order());
    }

    [Fact]
    public async Task A_group_tells_its_members_and_those_below()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string group = $"groups/{GraphTenant.GroupId("engineering")}";

        Assert.Equal(["Ben", "Platform"], (await world.ListAsync($"{group}/members", "displayName")).Order());
        Assert.Equal(["Ada", "Ben", "Cleo", "Platform"], (await world.ListAsync($"{group}/transitiveMembers", "displayName")).Order());
        Assert.Equal(["Circle", "Circle Two", "Dan"], (await world.ListAsync($"groups/{GraphTenant.GroupId("circle")}/transitiveMembers", "displayName")).Order());
    }

    [Fact]
    public async Task Only_a_signed_in_user_is_me()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        Assert.Equal(400, (await world.SendAsync("me")).Status);
        world.SignIn("ben");
        Assert.Equal(Ben, (await world.GetAsync("me")).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Teams_are_groups_that_are_provisioned_as_such()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string filter = Uri.EscapeDataString("resourceProvisioningOptions/Any(x:x eq 'Team')");
        Assert.Equal(world.Tenant.Teams.Keys, await world.ListAsync($"groups?$filter={filter}", "id"));
    }

    private static async Task<IEnumerable<string?>> CheckAsync(GraphWorld world, string user, string body) =>
        (await world.PostAsync($"users/{GraphTenant.Person(user)}/checkMemberGroups", body)).Body.GetProperty("value").EnumerateArray().Select(g => g.GetString());
}
