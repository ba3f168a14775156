using System.Text.Json;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.Tests.SharePoint;

public sealed class PermissionTests
{
    private static readonly GraphGrant ForHr = new(GraphGrantKind.Group, GraphTenant.GroupId("hr"));

    [Fact]
    public async Task Permissions_say_whether_they_are_an_items_own_or_inherited()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        JsonElement own = Assert.Single(await PermissionsAsync(world, world.Tenant.Find("Salary review notes.md")));
        JsonElement[] inherited = await PermissionsAsync(world, world.Tenant.Find("Strategy.md"));
        string source = world.Tenant.Find("Board").Id;

        Assert.Equal(GraphTenant.GroupId("hr"), own.GetProperty("grantedToV2").GetProperty("group").GetProperty("id").GetString());
        Assert.False(own.TryGetProperty("inheritedFrom", out _));
        Assert.Equal([source, source], inherited.Select(p => p.GetProperty("inheritedFrom").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_group_of_the_site_comes_without_its_members()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        JsonElement[] board = await PermissionsAsync(world, world.Tenant.Find("Board"));
        JsonElement group = Assert.Single(board, p => p.GetProperty("grantedToV2").TryGetProperty("siteGroup", out _));

        Assert.Equal("5", group.GetProperty("grantedToV2").GetProperty("siteGroup").GetProperty("id").GetString());
        Assert.DoesNotContain(GraphTenant.Person("dan"), group.ToString(), StringComparison.Ordinal);
        Assert.True(world.Tenant.MayRead(GraphTenant.Person("dan"), world.Tenant.Find("Strategy.md").Id));
    }

    [Fact]
    public async Task A_link_says_whom_it_names_and_when_it_ends()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        GraphItem file = world.Tenant.Find("Deployment process.md");
        DateTimeOffset end = world.Time.GetUtcNow().AddDays(1);
        world.Tenant.Share(file.Id, new GraphGrant(GraphGrantKind.Link, "") { LinkScope = "users", Named = [GraphTenant.Person("gus")], Expires = end });
        JsonElement link = Assert.Single(await PermissionsAsync(world, file));

        Assert.Equal("users", link.GetProperty("link").GetProperty("scope").GetString());
        Assert.Equal(GraphTenant.Person("gus"), Assert.Single(link.GetProperty("grantedToIdentitiesV2").EnumerateArray()).GetProperty("user").GetProperty("id").GetString());
        Assert.Equal(end, link.GetProperty("expirationDateTime").GetDateTimeOffset());
        Assert.True(world.Tenant.MayRead(GraphTenant.Person("gus"), file.Id));
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.False(world.Tenant.MayRead(GraphTenant.Person("gus"), file.Id));
    }

    [Fact]
    public async Task One_permission_is_read_by_its_id()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        GraphItem file = world.Tenant.Find("Salary review notes.md");
        string id = Assert.Single(await PermissionsAsync(world, file)).GetProperty("id").GetString()!;

        Assert.Equal(200, (await world.SendAsync($"{world.PathOf(file)}/permissions/{id}")).Status);
        Assert.Equal(404, (await world.SendAsync($"{world.PathOf(file)}/permissions/other")).Status);
    }

    [Fact]
    public async Task T04_A_user_sees_what_the_user_may_read_and_nothing_else()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        GraphItem secret = world.Tenant.Find("Salary review notes.md");
        world.SignIn("ben");
        GraphReply hidden = await world.SendAsync(world.PathOf(secret));
        GraphReply absent = await world.SendAsync($"drives/{secret.DriveId}/items/{GraphIds.Item("none")}");

        Assert.Equal((404, "itemNotFound"), (hidden.Status, hidden.ErrorCode));
        Assert.Equal(absent.ErrorCode, hidden.ErrorCode);
        Assert.DoesNotContain(secret.Name, await world.ListAsync($"drives/{secret.DriveId}/root/children"));
        Assert.DoesNotContain(secret.Id, await world.ListAsync($"drives/{secret.DriveId}/root/delta", "id"));
        world.SignIn("eve");
        Assert.Contains(secret.Name, await world.ListAsync($"drives/{secret.DriveId}/root/children"));
    }

    [Fact]
    public async Task T04_Answers_agree_with_the_truth_for_every_person_and_item()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        foreach (GraphUser user in world.Tenant.Users.Values.Where(u => u.IsEnabled))
        {
            world.UseToken(world.Simulator.UserToken(user.Id));
            foreach (string drive in world.Tenant.Drives.Keys)
            {
                string[] expected = [.. world.Tenant.Items.Values.Where(i => i.DriveId == drive && i.ParentId is not null && world.Tenant.MayRead(user.Id, i.Id)).Select(i => i.Id).Order()];
                GraphReply reply = await world.SendAsync($"drives/{drive}/root/delta?$top=1000");
                string[] seen = reply.Status == 404 ? [] : [.. reply.Body.GetProperty("value").EnumerateArray().Where(i => !i.TryGetProperty("root", out _)).Select(i => i.GetProperty("id").GetString()!).Order()];
                Assert.Equal(expected, seen);
            }
        }
    }

    [Fact]
    public async Task T04_A_user_is_not_let_into_a_site_without_anything_to_read()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string secret = world.Tenant.SiteId("launch-secret");
        world.SignIn("ben");

        Assert.Equal("accessDenied", (await world.SendAsync($"sites/{secret}")).ErrorCode);
        Assert.DoesNotContain(secret, await world.ListAsync("sites?search=*", "id"));
        Assert.Equal(403, (await world.SendAsync("sites/getAllSites")).Status);
        world.SignIn("cleo");
        Assert.Contains(secret, await world.ListAsync("sites?search=*", "id"));
    }

    [Fact]
    public async Task An_application_with_selected_sites_is_kept_out_of_all_others()
    {
        await using GraphWorld all = await GraphWorld.StartAsync();
        string engineering = all.Tenant.SiteId("engineering");
        await using GraphWorld world = await GraphWorld.StartAsync(new() { SelectedSites = [engineering] });

        Assert.Equal(200, (await world.SendAsync($"sites/{engineering}/drives")).Status);
        Assert.Equal("accessDenied", (await world.SendAsync($"sites/{world.Tenant.SiteId("documentation")}")).ErrorCode);
        Assert.Equal("accessDenied", (await world.SendAsync(world.PathOf("Launch plan.md"))).ErrorCode);
        Assert.Equal("accessDenied", (await world.SendAsync("sites/getAllSites")).ErrorCode);
        Assert.Equal("accessDenied", (await world.SendAsync("sites/delta")).ErrorCode);
    }

    [Fact]
    public async Task A_sites_permissions_are_those_of_applications()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        GraphSite site = world.Tenant.Sites[world.Tenant.SiteId("engineering")];
        world.Tenant.Put(site with { Grants = site.Grants.Add(new(GraphGrantKind.Application, world.Simulator.ClientId, "read")) });
        JsonElement only = Assert.Single((await world.GetAsync($"sites/{site.Id}/permissions")).GetProperty("value").EnumerateArray());

        Assert.Equal(world.Simulator.ClientId, only.GetProperty("grantedToIdentitiesV2")[0].GetProperty("application").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Somebody_who_may_only_pass_through_a_folder_may_not_read_it()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        GraphItem board = world.Tenant.Find("Board");
        world.Tenant.Share(board.Id, ForHr, new GraphGrant(GraphGrantKind.User, GraphTenant.Person("cleo"), "sp.limited access"));

        Assert.False(world.Tenant.MayRead(GraphTenant.Person("cleo"), board.Id));
        Assert.True(world.Tenant.MayRead(GraphTenant.Person("eve"), board.Id));
    }

    [Fact]
    public async Task Everyone_but_guests_means_just_that_and_a_closed_account_reads_nothing()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string file = world.Tenant.Find("Deployment process.md").Id;

        Assert.True(world.Tenant.MayRead(GraphTenant.Person("dan"), file));
        Assert.False(world.Tenant.MayRead(GraphTenant.Person("gus"), file));
        Assert.False(world.Tenant.MayRead(GraphTenant.Person("old"), file));
    }

    private static async Task<JsonElement[]> PermissionsAsync(GraphWorld world, GraphItem item) =>
        [.. (await world.GetAsync($"{world.PathOf(item)}/permissions")).GetProperty("value").EnumerateArray()];
}
