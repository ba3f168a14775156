using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Tests.Http;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Alerts;

public sealed class AlertSinkTests
{
    private const string Secret = "canary-0123456789";

    [Fact]
    public async Task Each_sink_hears_of_the_beginning_and_the_end_once_and_the_log_does_too()
    {
        List<Alert> called = [];
        using AlertWorld world = new(build: builder => builder.AddAlertCallback((alert, _) => Keep(called, alert)));
        await PlayAsync(world);

        Assert.Equal([true, false], world.Sink.Alerts.Select(alert => alert.IsOpen));
        Assert.Equal(world.Sink.Alerts, called);
        string[] expected =
        [
            "Warning: Alert budget_used:wiki (BudgetUsed of wiki): wiki: 90 % of the budget is spent or reserved; the threshold is 80 %.",
            "Information: Alert budget_used:wiki (BudgetUsed of wiki) is over after 00:03:00: wiki: budget used is in order again.",
        ];
        Assert.Equal(expected, world.Logs.GetSnapshot().Where(record => record.Category == "Navo.Integrations.Alerts").Select(record => $"{record.Level}: {record.Message}"));
    }

    [Fact]
    public async Task The_log_can_be_switched_off()
    {
        using AlertWorld world = new(static options => options.Log = false);
        await PlayAsync(world);

        Assert.Equal(2, world.Sink.Alerts.Count);
        Assert.DoesNotContain(world.Logs.GetSnapshot(), record => record.Category == "Navo.Integrations.Alerts");
    }

    [Fact]
    public async Task A_sink_that_fails_or_hangs_is_logged_and_keeps_nobody_else_from_hearing()
    {
        TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        RecordingAlertSink hanging = new((_, _) => released.Task);
        RecordingAlertSink failing = new(static (_, _) => Task.FromException(new InvalidOperationException("canary")));
        using AlertWorld world = new(build: builder => builder.Services.AddSingleton<IAlertSink>(hanging).AddSingleton<IAlertSink>(failing));
        using IDisposable subscription = world.Monitor.Subscribe(static _ => throw new InvalidOperationException("canary"));

        Play(world);
        released.SetResult();
        await world.DrainAsync();

        Assert.Equal([true, false], world.Sink.Alerts.Select(alert => alert.IsOpen));
        Assert.Equal(world.Sink.Alerts, hanging.Alerts);
        Assert.Equal(2, world.Logs.GetSnapshot().Count(record => record.Level == LogLevel.Error && record.Message == "Alert budget_used:wiki was not passed on by RecordingAlertSink (InvalidOperationException)."));
        Assert.Equal(2, world.Logs.GetSnapshot().Count(record => record.Message == "One who subscribed to alerts failed with InvalidOperationException."));
        Assert.DoesNotContain(world.Logs.GetSnapshot(), record => record.Message.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public void A_subscriber_hears_in_order_until_it_leaves()
    {
        using AlertWorld world = new();
        List<bool> heard = [];
        IDisposable subscription = world.Monitor.Subscribe(alert => heard.Add(alert.IsOpen));
        Play(world);
        subscription.Dispose();
        Play(world);

        Assert.Equal([true, false], heard);
    }

    [Fact]
    public async Task A_post_is_json_and_signed_over_time_and_body()
    {
        WebhookReceiver receiver = new(static _ => HttpStatusCode.NoContent);
        using AlertWorld world = WithWebhook(receiver);
        world.See(AlertRule.BudgetUsed, 0.9);
        await world.DrainAsync();

        (Uri? address, string time, string signature, byte[] body) = Assert.Single(receiver.Posts);
        Assert.Equal("https://hooks.example.com/alerts", address?.AbsoluteUri);
        Assert.Equal(world.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), time);
        using HMACSHA256 hmac = new(Encoding.UTF8.GetBytes(Secret));
        byte[] hash = hmac.ComputeHash(Encoding.UTF8.GetBytes($"{time}.{Encoding.UTF8.GetString(body)}"));
        Assert.Equal($"sha256={string.Concat(hash.Select(one => one.ToString("x2", CultureInfo.InvariantCulture)))}", signature);
        using JsonDocument json = JsonDocument.Parse(body);
        Assert.Equal(("budget_used:wiki", "budget_used", "wiki", true), (Text(json, "key"), Text(json, "rule"), Text(json, "integration"), json.RootElement.GetProperty("is_open").GetBoolean()));
        Assert.Equal((0.9, 0.8), (json.RootElement.GetProperty("value").GetDouble(), json.RootElement.GetProperty("threshold").GetDouble()));
        Assert.False(json.RootElement.TryGetProperty("resolved_at", out _));
    }

    [Fact]
    public async Task A_receiver_that_is_down_is_tried_again_with_a_new_time_and_in_the_end_left()
    {
        WebhookReceiver receiver = new(static number => number == 2 ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable);
        using AlertWorld world = WithWebhook(receiver);
        world.See(AlertRule.BudgetUsed, 0.9);
        await DriveAsync(world);
        Assert.Equal(2, receiver.Posts.Count);
        Assert.Equal(receiver.Posts[0].Body, receiver.Posts[1].Body);
        Assert.NotEqual(receiver.Posts[0].Signature, receiver.Posts[1].Signature);

        world.See(AlertRule.BudgetUsed, 0);
        world.See(AlertRule.BudgetUsed, 0, TimeSpan.FromMinutes(2));
        await DriveAsync(world);

        Assert.Equal(2 + 4, receiver.Posts.Count);
        Assert.Contains(world.Logs.GetSnapshot(), record => record.Message == "Alert budget_used:wiki was not passed on by WebhookAlertSink (UnavailableException).");
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    public async Task A_receiver_that_refuses_is_not_tried_again(HttpStatusCode status)
    {
        WebhookReceiver receiver = new(_ => status);
        using AlertWorld world = WithWebhook(receiver);
        world.See(AlertRule.BudgetUsed, 0.9);
        await world.DrainAsync();

        Assert.Single(receiver.Posts);
        Assert.DoesNotContain(world.Logs.GetSnapshot(), record => record.Message.Contains("canary", StringComparison.Ordinal) || record.Message.Contains("hooks.example.com", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_by_the_socket_of_the_house()
    {
        await using RawServer server = new(static (_, socket, token) => RawServer.WriteAsync(socket, "307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0", [], token));
        using AlertWorld world = new(options => (options.Webhook.Url, options.Webhook.Secret) = (server.Address, Secret));
        world.See(AlertRule.BudgetUsed, 0.9);
        await world.DrainAsync();

        Assert.Equal(1, server.Connections);
    }

    private static AlertWorld WithWebhook(WebhookReceiver receiver) => new(
        static options => (options.Webhook.Url, options.Webhook.Secret) = (new("https://hooks.example.com/alerts"), Secret),
        builder => builder.AddAlerts().Services.AddHttpClient("navo:alerts").ConfigurePrimaryHttpMessageHandler(() => receiver));

    private static Task PlayAsync(AlertWorld world)
    {
        Play(world);
        return world.DrainAsync();
    }

    private static void Play(AlertWorld world)
    {
        world.See(AlertRule.BudgetUsed, 0.9);
        world.See(AlertRule.BudgetUsed, 0.5, TimeSpan.FromMinutes(1));
        world.See(AlertRule.BudgetUsed, 0.5, TimeSpan.FromMinutes(2));
    }

    /// <summary>Lets the clock run to the end of each wait between attempts, until all is passed on.</summary>
    private static async Task DriveAsync(AlertWorld world)
    {
        Task drained = world.DrainAsync();
        while (!drained.IsCompleted)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(PipelineHarness.Token);
            Task<TimeSpan> wait = world.Clock.Waits.ReadAsync(over.Token).AsTask();
            await Task.WhenAny(drained, wait).WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
            if (wait.IsCompletedSuccessfully)
            {
                world.Clock.Advance(await wait);
            }

            await over.CancelAsync();
        }

        await drained;
    }

    private static ValueTask Keep(List<Alert> kept, Alert alert)
    {
        kept.Add(alert);
        return ValueTask.CompletedTask;
    }

    private static string? Text(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetString();
}
