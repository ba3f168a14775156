using System.Text.Json;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.Tests.SharePoint;

public sealed class AnswerTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("unknown")]
    public async Task Without_a_token_of_its_own_Graph_answers_401_and_says_where_to_get_one(string? token)
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        world.UseToken(token);
        GraphReply reply = await world.SendAsync("sites/root");

        Assert.Equal(401, reply.Status);
        Assert.Equal("InvalidAuthenticationToken", reply.ErrorCode);
        Assert.Contains("authorization_uri=", reply.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_carries_its_id_and_that_of_the_client()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        GraphReply found = await world.SendAsync("sites/root", headers: ("client-request-id", "mine"));
        GraphReply missing = await world.SendAsync("drives/none", headers: ("client-request-id", "mine"));
        JsonElement inner = missing.Body.GetProperty("error").GetProperty("innerError");

        Assert.Equal("mine", found.Headers["client-request-id"]);
        Assert.Equal(("itemNotFound", 404), (missing.ErrorCode, missing.Status));
        Assert.Equal(missing.Headers["request-id"], inner.GetProperty("request-id").GetString());
        Assert.Equal("mine", inner.GetProperty("client-request-id").GetString());
        Assert.NotEqual(found.Headers["request-id"], missing.Headers["request-id"]);
    }

    [Fact]
    public async Task A_selection_leaves_what_it_names_and_the_id()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        JsonElement one = await world.GetAsync($"{world.PathOf("Deployment process.md")}?$select=name,size");
        JsonElement many = await world.GetAsync($"sites/{world.Tenant.SiteId("engineering")}/drives?$select=name");

        Assert.Equal(["id", "name", "size"], one.EnumerateObject().Select(m => m.Name).Order());
        Assert.All(many.GetProperty("value").EnumerateArray(), drive => Assert.Equal(["id", "name"], drive.EnumerateObject().Select(m => m.Name).Order()));
    }

    [Fact]
    public async Task The_columns_of_a_file_come_when_they_are_expanded()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string path = world.PathOf("Deployment process.md");
        JsonElement expanded = await world.GetAsync($"{path}?$select=name&$expand=listItem($expand=fields)");

        Assert.Equal("Deployment process.md", expanded.GetProperty("listItem").GetProperty("fields").GetProperty("FileLeafRef").GetString());
        Assert.False((await world.GetAsync(path)).TryGetProperty("listItem", out _));
    }

    [Theory]
    [InlineData("drives/{0}/root:/Board/Strategy.md")]
    [InlineData("drives/{0}/root:/board/Strategy.md:")]
    [InlineData("drives/{0}/items/root:/Board/Strategy.md")]
    [InlineData("sites/{1}/drive/root:/Board/Strategy.md")]
    [InlineData("sites/contoso.sharepoint.com:/sites/engineering:/drive/root:/Board/Strategy.md")]
    public async Task A_file_is_reached_by_its_path(string form)
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        GraphItem file = world.Tenant.Find("Strategy.md");
        JsonElement found = await world.GetAsync(string.Format(null, form, file.DriveId, world.Tenant.SiteId("engineering")));
        Assert.Equal(file.Id, found.GetProperty("id").GetString());
    }

    [Fact]
    public async Task What_a_path_names_has_resources_of_its_own()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        GraphItem board = world.Tenant.Find("Board");
        Assert.Equal(["Strategy.md"], await world.ListAsync($"drives/{board.DriveId}/root:/Board:/children"));
        Assert.Equal(404, (await world.SendAsync($"drives/{board.DriveId}/root:/Nowhere:/children")).Status);
    }

    [Fact]
    public async Task Names_with_marks_are_escaped_in_addresses_and_found_by_them()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        GraphItem file = world.Tenant.Find("It's 100% #1 plan.txt");
        JsonElement found = await world.GetAsync($"drives/{file.DriveId}/root:/{Uri.EscapeDataString(file.Name)}");

        Assert.Equal(file.Id, found.GetProperty("id").GetString());
        Assert.EndsWith("100%25%20%231%20plan.txt", found.GetProperty("webUrl").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_quota_is_told_with_each_answer_once_it_is_set()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        Assert.False((await world.SendAsync("sites/root")).Headers.ContainsKey("RateLimit-Remaining"));
        world.Simulator.Quota = (1200, 100, 30);
        Assert.Equal("100", (await world.SendAsync("sites/root")).Headers["RateLimit-Remaining"]);
    }

    [Fact]
    public async Task Refusals_have_the_form_of_Graph()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        world.Simulator.Faults.Add("/sites/root", GraphFaults.Throttled(TimeSpan.FromSeconds(7))).Add("/sites/root", GraphFaults.InsufficientClaims());
        GraphReply throttled = await world.SendAsync("sites/root");
        GraphReply blocked = await world.SendAsync("sites/root");

        Assert.Equal((429, "activityLimitReached", "7"), (throttled.Status, throttled.ErrorCode, throttled.Headers["Retry-After"]));
        Assert.Equal((403, "insufficient_claims"), (blocked.Status, blocked.ErrorCode));
        Assert.Equal(200, (await world.SendAsync("sites/root")).Status);
    }
}
