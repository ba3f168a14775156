using System.Text.Json;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.Tests.SharePoint;

public sealed class ContentTests
{
    private const string Name = "Deployment process.md";

    [Fact]
    public async Task Row034_Bytes_are_fetched_from_another_host_that_takes_no_token()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        GraphReply redirect = await world.SendAsync($"{world.PathOf(Name)}/content");
        string location = redirect.Headers["Location"];
        GraphReply refused = await world.SendAsync(location);
        world.UseToken(null);
        GraphReply taken = await world.SendAsync(location);

        Assert.Equal(302, redirect.Status);
        Assert.StartsWith(world.Simulator.ContentUrl.AbsoluteUri, location, StringComparison.Ordinal);
        Assert.NotEqual(world.Simulator.ContentUrl.Port, world.Simulator.GraphUrl.Port);
        Assert.Equal((401, 200), (refused.Status, taken.Status));
        Assert.StartsWith("# Deployment process", taken.Text, StringComparison.Ordinal);
        Assert.Equal([true, true, false], world.Simulator.Requests.Select(r => r.HasCredentials));
    }

    [Fact]
    public async Task An_address_of_bytes_is_good_for_an_hour()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string location = await LocateAsync(world, $"{world.PathOf(Name)}/content");
        world.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(401, (await world.SendAsync(location)).Status);
    }

    [Theory]
    [InlineData("bytes=2-", 206, "Deployment process")]
    [InlineData("bytes=2-11", 206, "Deployment")]
    [InlineData("bytes=-6", 206, "hour.\n")]
    [InlineData("bytes=100000-", 416, "")]
    public async Task A_part_of_the_bytes_is_given(string range, int status, string text)
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        GraphReply part = await world.SendAsync(await LocateAsync(world, $"{world.PathOf(Name)}/content"), headers: ("Range", range));

        Assert.Equal(status, part.Status);
        Assert.StartsWith(text, part.Text, StringComparison.Ordinal);
        Assert.True(part.Headers.ContainsKey("Content-Range"));
    }

    [Fact]
    public async Task Bytes_of_another_state_are_not_given_to_whom_it_matters()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string location = await LocateAsync(world, $"{world.PathOf(Name)}/content");
        string tag = (await world.SendAsync(location)).Headers["ETag"];

        Assert.Equal(200, (await world.SendAsync(location, headers: ("If-Match", tag))).Status);
        Assert.Equal(412, (await world.SendAsync(location, headers: ("If-Match", "\"other\""))).Status);
        Assert.Equal(200, (await world.SendAsync(location, null, null, ("Range", "bytes=2-"), ("If-Range", "\"other\""))).Status);
    }

    [Fact]
    public async Task The_bytes_of_older_versions_are_given_and_those_of_the_newest_are_the_files_own()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        GraphItem file = world.Tenant.Find(Name);
        world.Tenant.Save(file.Id, GraphTenant.Person("ben"), "new");
        string path = $"{world.PathOf(file)}/versions";

        Assert.Equal(["2.0", "1.0"], await world.ListAsync(path, "id"));
        Assert.Equal(file.Latest.Bytes.Length, (await world.GetAsync($"{path}/1.0")).GetProperty("size").GetInt32());
        Assert.Equal(400, (await world.SendAsync($"{path}/2.0/content")).Status);
        Assert.StartsWith("# Deployment", (await world.SendAsync(await LocateAsync(world, $"{path}/1.0/content"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_names_an_address_of_its_bytes()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        JsonElement file = await world.GetAsync(world.PathOf(Name));
        world.UseToken(null);
        Assert.Equal(200, (await world.SendAsync(file.GetProperty("@microsoft.graph.downloadUrl").GetString()!)).Status);
    }

    [Fact]
    public async Task Faults_strike_the_host_of_bytes_too()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        world.Simulator.Faults.Add("/download/", GraphFaults.Overloaded(TimeSpan.FromSeconds(1)));
        Assert.Equal(503, (await world.SendAsync(await LocateAsync(world, $"{world.PathOf(Name)}/content"))).Status);
    }

    /// <summary>Where the bytes are, for a caller who then sends no token.</summary>
    private static async Task<string> LocateAsync(GraphWorld world, string path)
    {
        string location = (await world.SendAsync(path)).Headers["Location"];
        world.UseToken(null);
        return location;
    }
}
