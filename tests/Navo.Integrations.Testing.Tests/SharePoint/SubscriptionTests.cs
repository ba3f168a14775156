using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Navo.Integrations.Testing.Hosting;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Integrations.Testing.Tests.SharePoint;

public sealed class SubscriptionTests
{
    [Fact]
    public async Task A_subscriber_who_answers_the_handshake_is_notified_of_changes_once()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        List<string> received = [];
        await using WebApplication subscriber = await ListenAsync(received, token => token);
        GraphReply made = await SubscribeAsync(world, subscriber);
        int before = await world.Simulator.NotifyAsync(TestContext.Current.CancellationToken);
        world.Tenant.Save(world.Tenant.Find("Deployment process.md").Id, GraphTenant.Person("ben"), "new");
        int after = await world.Simulator.NotifyAsync(TestContext.Current.CancellationToken);
        JsonElement told = JsonElement.Parse(Assert.Single(received)).GetProperty("value")[0];

        Assert.Equal(201, made.Status);
        Assert.Equal((0, 1, 0), (before, after, await world.Simulator.NotifyAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(made.Body.GetProperty("id").GetString(), told.GetProperty("subscriptionId").GetString());
        Assert.Equal("state", told.GetProperty("clientState").GetString());
    }

    [Fact]
    public async Task Without_the_right_answer_to_the_handshake_there_is_no_subscription()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        await using WebApplication subscriber = await ListenAsync([], Uri.EscapeDataString);

        Assert.Equal("ValidationError", (await SubscribeAsync(world, subscriber)).ErrorCode);
        Assert.Empty(await world.ListAsync("subscriptions", "id"));
    }

    [Fact]
    public async Task A_subscription_is_renewed_ends_and_is_deleted()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        await using WebApplication subscriber = await ListenAsync([], token => token);
        string path = $"subscriptions/{(await SubscribeAsync(world, subscriber)).Body.GetProperty("id").GetString()}";
        string later = world.Time.GetUtcNow().AddMinutes(50).ToString("O", CultureInfo.InvariantCulture);
        GraphReply renewed = await world.SendAsync(path, HttpMethod.Patch, $$"""{"expirationDateTime":"{{later}}"}""");
        world.Time.Advance(TimeSpan.FromMinutes(40));

        Assert.Equal(200, renewed.Status);
        Assert.Equal(200, (await world.SendAsync(path)).Status);
        Assert.Equal(204, (await world.SendAsync(path, HttpMethod.Delete)).Status);
        Assert.Equal(404, (await world.SendAsync(path)).Status);
    }

    [Theory]
    [InlineData("changeType", "created")]
    [InlineData("notificationUrl", "http://example.com/hook")]
    [InlineData("expirationDateTime", "2027-11-02T09:00:00Z")]
    [InlineData("resource", "planets/1")]
    [InlineData("clientState", null)]
    public async Task What_cannot_be_subscribed_to_is_refused(string name, string? value)
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        await using WebApplication subscriber = await ListenAsync([], token => token);
        Assert.Equal(400, (await SubscribeAsync(world, subscriber, body => body[name] = value ?? new string('x', 129))).Status);
    }

    private static Task<GraphReply> SubscribeAsync(GraphWorld world, WebApplication subscriber, Action<JsonObject>? change = null)
    {
        JsonObject body = new()
        {
            ["changeType"] = "updated",
            ["resource"] = $"/drives/{world.Tenant.Find("Deployment process.md").DriveId}/root",
            ["notificationUrl"] = new Uri(LoopbackServer.AddressOf(subscriber), "hook?tenant=1").AbsoluteUri,
            ["expirationDateTime"] = world.Time.GetUtcNow().AddMinutes(30).ToString("O", CultureInfo.InvariantCulture),
            ["clientState"] = "state",
        };
        change?.Invoke(body);
        return world.PostAsync("subscriptions", body.ToJsonString());
    }

    private static async Task<WebApplication> ListenAsync(List<string> received, Func<string, string> answerOf)
    {
        WebApplication subscriber = LoopbackServer.Create(0);
        subscriber.Run(async http =>
        {
            if (http.Request.Query["validationToken"].ToString() is { Length: > 0 } token)
            {
                http.Response.ContentType = "text/plain";
                await http.Response.WriteAsync(answerOf(token), Encoding.UTF8, http.RequestAborted);
                return;
            }

            using StreamReader reader = new(http.Request.Body);
            received.Add(await reader.ReadToEndAsync(http.RequestAborted));
            http.Response.StatusCode = 202;
        });
        await subscriber.StartAsync(TestContext.Current.CancellationToken);
        return subscriber;
    }
}
