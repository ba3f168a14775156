using System.Text.Json;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Integrations.Testing.Tests.SharePoint;

public sealed class BatchTests
{
    private const string Root = """{"id":"1","method":"GET","url":"/sites/root"}""";

    [Fact]
    public async Task Each_request_is_answered_as_if_it_came_alone()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        Dictionary<string, JsonElement> answers = await RunAsync(world, Root, """{"id":"2","method":"GET","url":"/users/ben@contoso.example?$select=id"}""", """{"id":"3","method":"GET","url":"/drives/none"}""");

        Assert.Equal(200, Status(answers["1"]));
        Assert.Equal(GraphTenant.Person("ben"), answers["2"].GetProperty("body").GetProperty("id").GetString());
        Assert.Equal("itemNotFound", answers["3"].GetProperty("body").GetProperty("error").GetProperty("code").GetString());
        Assert.All(answers.Values, a => Assert.True(a.GetProperty("headers").TryGetProperty("request-id", out _)));
    }

    [Fact]
    public async Task Answers_come_in_another_order_than_the_requests()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string[] steps = [.. Enumerable.Range(1, 20).Select(i => $$"""{"id":"{{i}}","method":"GET","url":"/sites/root"}""")];
        string[] ids = [.. (await world.PostAsync("$batch", Batch(steps))).Body.GetProperty("responses").EnumerateArray().Select(a => a.GetProperty("id").GetString()!)];

        Assert.Equal(20, ids.Distinct().Count());
        Assert.NotEqual(Enumerable.Range(1, 20).Select(i => $"{i}"), ids);
    }

    [Fact]
    public async Task Row076_A_request_of_a_batch_is_throttled_by_itself()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        world.Simulator.Faults.Add("$batch/users", GraphFaults.Throttled(TimeSpan.FromSeconds(9)));
        Dictionary<string, JsonElement> answers = await RunAsync(world, Root, """{"id":"2","method":"GET","url":"/users/ben@contoso.example"}""");

        Assert.Equal((200, 429), (Status(answers["1"]), Status(answers["2"])));
        Assert.Equal("9", answers["2"].GetProperty("headers").GetProperty("Retry-After").GetString());
        Assert.Equal("activityLimitReached", answers["2"].GetProperty("body").GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_depends_on_a_failure_is_not_carried_out()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        Dictionary<string, JsonElement> answers = await RunAsync(
            world, """{"id":"1","method":"GET","url":"/drives/none"}""", """{"id":"2","method":"GET","url":"/sites/root","dependsOn":["1"]}""", """{"id":"3","method":"GET","url":"/sites/root","dependsOn":["2"]}""");
        Assert.Equal([404, 424, 424], answers.OrderBy(a => a.Key).Select(a => Status(a.Value)));
    }

    [Theory]
    [InlineData(Root, Root)]
    [InlineData("""{"method":"GET","url":"/sites/root"}""")]
    [InlineData("""{"id":"1","url":"/sites/root"}""")]
    [InlineData("""{"id":"1","method":"GET","url":"https://graph.microsoft.com/v1.0/sites/root"}""")]
    [InlineData("""{"id":"1","method":"POST","url":"/search/query","body":{}}""")]
    [InlineData("""{"id":"1","method":"GET","url":"/sites/root","dependsOn":["2"]}""")]
    [InlineData]
    public async Task A_malformed_batch_is_refused_as_a_whole(params string[] steps)
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        Assert.Equal(400, (await world.PostAsync("$batch", Batch(steps))).Status);
    }

    [Fact]
    public async Task More_than_20_requests_are_refused()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string[] steps = [.. Enumerable.Range(1, 21).Select(i => $$"""{"id":"{{i}}","method":"GET","url":"/sites/root"}""")];
        Assert.Equal(400, (await world.PostAsync("$batch", Batch(steps))).Status);
    }

    private static int Status(JsonElement answer) => answer.GetProperty("status").GetInt32();

    private static string Batch(string[] steps) => $$"""{"requests":[{{string.Join(',', steps)}}]}""";

    private static async Task<Dictionary<string, JsonElement>> RunAsync(GraphWorld world, params string[] steps)
    {
        GraphReply reply = await world.PostAsync("$batch", Batch(steps));
        Assert.True(reply.Status == 200, reply.Text);
        return reply.Body.GetProperty("responses").EnumerateArray().ToDictionary(a => a.GetProperty("id").GetString()!);
    }
}
