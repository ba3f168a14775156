using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.EnterpriseGpt.Tests.Adversary;

/// <summary>What the vendor says of limits may be wrong, and callers may come in crowds: neither stops the model for good.</summary>
public sealed class HostileHeaderTests
{
    private static readonly GenerateRequest Hello = new("Say hello to the harbour office.") { AllowCache = false };

    [Theory]
    [InlineData("NaN", "1", "1s")]
    [InlineData("100", "NaN", "1s")]
    [InlineData("Infinity", "Infinity", "1s")]
    [InlineData("100", "-Infinity", "1s")]
    [InlineData("-5", "-5", "-1s")]
    [InlineData("100", "99", "99999999999999999999h")]
    [InlineData("99999999999999999999999", "1", "0s")]
    public async Task Nonsense_in_the_headers_of_limits_stops_no_call(string limit, string remaining, string reset)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Http.RetryBaseDelay = TimeSpan.FromMilliseconds(1));
        gpt.Simulator.Faults.Add("/responses", Fault.Status(503, headers: new Dictionary<string, string>
        {
            ["x-ratelimit-limit-requests"] = limit,
            ["x-ratelimit-remaining-requests"] = remaining,
            ["x-ratelimit-reset-requests"] = reset,
        }));

        GeneratedResponse answer = await gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.True(answer.IsComplete);
        Assert.Equal(2, gpt.Simulator.Requests.Count);
    }

    [Fact]
    public async Task Calls_that_were_refused_because_of_the_wait_take_nothing_of_the_quota()
    {
        FakeTimeProvider clock = SimulatedGpt.ClockAt(2026, 11, 28);
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(clock, (_, o) => o.MaxTokens = 1000);
        gpt.Organization.RateLimit = new(10_000, 10_000);
        await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token));

        Exception?[] crowd = await gpt.FinishAsync(Task.WhenAll(Enumerable.Range(0, 300).Select(_ => Record.ExceptionAsync(() =>
            gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token)).AsTask())), TimeSpan.FromMilliseconds(500));
        clock.Advance(TimeSpan.FromMinutes(1));
        GeneratedResponse later = await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token));

        Assert.Contains(crowd, failure => failure is ThrottledException);
        Assert.True(later.IsComplete);
    }

    [Fact]
    public async Task Callers_who_leave_while_they_wait_for_their_turn_give_it_back()
    {
        FakeTimeProvider clock = SimulatedGpt.ClockAt(2026, 11, 28);
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(clock, (_, o) => (o.MaxTokens, o.Timeout) = (1000, TimeSpan.FromMinutes(30)));
        gpt.Organization.RateLimit = new(10_000, 10_000);
        await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token));
        using CancellationTokenSource leaving = new();

        Task<Exception?[]> crowd = Task.WhenAll(Enumerable.Range(0, 300).Select(_ => Record.ExceptionAsync(() => gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, leaving.Token)).AsTask()));
        await leaving.CancelAsync();
        await crowd;
        DateTimeOffset start = clock.GetUtcNow();
        GeneratedResponse later = await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token));

        Assert.True(later.IsComplete);
        Assert.True(clock.GetUtcNow() - start < TimeSpan.FromMinutes(3), $"It waited {clock.GetUtcNow() - start}.");
    }

    [Fact]
    public async Task A_refused_schema_with_a_temperature_in_it_does_not_take_the_temperature_from_later_calls()
    {
        const string Body = """{"error":{"message":"Invalid schema for response_format 'weather': In context=('properties', 'temperature'), 'additionalProperties' is required to be supplied and to be false.","type":"invalid_request_error","param":"text.format.schema","code":"invalid_json_schema"}}""";
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        gpt.Simulator.Faults.Add("/responses", Fault.Status(400, Body), times: 2);
        await Assert.ThrowsAsync<InvalidQueryException>(() => gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token));
        int refused = gpt.Simulator.Requests.Count;
        gpt.Simulator.Faults.Clear();

        await gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.InRange(refused, 1, 2);
        Assert.Contains("\"temperature\":0.1", gpt.Simulator.Requests[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxys_own_404_on_the_health_check_does_not_change_the_model()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        gpt.Simulator.Faults.Add("/models/gpt-4o", Fault.Html(404));

        IntegrationHealth health = await gpt.Client.CheckHealthAsync(SimulatedGpt.Token);
        GeneratedResponse answer = await gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.NotEqual(HealthState.Healthy, health.Status);
        Assert.Equal(("gpt-4o", ModelFallbackReason.None), (answer.Model, answer.FallbackReason));
    }
}
