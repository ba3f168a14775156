using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.EnterpriseGpt.Tests.Limits;

/// <summary>Rate limits, quota and budgets.</summary>
public sealed class LimitTests
{
    private static readonly GenerateRequest Hello = new("Say hello to the harbour office.") { AllowCache = false };

    public static TheoryData<int?, int?, string> Waits => new()
    {
        { null, null, "requests" },      // x-ratelimit-reset-requests: 6s
        { null, null, "tokens" },        // x-ratelimit-reset-tokens: 6s
        { 6, null, "requests" },         // Retry-After
        { null, 6, "tokens" },           // retry-after-ms
    };

    [Theory, MemberData(nameof(Waits))]
    public async Task Row094_F05_a_limit_is_waited_for_as_long_as_it_says(int? retryAfter, int? retryAfterMs, string type)
    {
        FakeTimeProvider clock = SimulatedGpt.ClockAt(2026, 11, 28);
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(clock);
        await AskAsync(gpt, isStreamed: false); // the first call of a process takes its time, in which the clock would go on
        gpt.Simulator.Faults.Add("/responses", OpenAiFaults.RateLimited(TimeSpan.FromSeconds(6), type, Seconds(retryAfter), Seconds(retryAfterMs)));
        DateTimeOffset start = clock.GetUtcNow();

        GeneratedResponse answer = await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token), TimeSpan.FromMilliseconds(50));

        Assert.True(answer.IsComplete);
        Assert.Equal(3, gpt.Simulator.Requests.Count);
        Assert.InRange(clock.GetUtcNow() - start, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task F04_a_limit_that_outlasts_the_deadline_is_told_at_once()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(SimulatedGpt.ClockAt(2026, 11, 28));
        gpt.Simulator.Faults.Add("/responses", OpenAiFaults.RateLimited(TimeSpan.FromMinutes(6)));

        ThrottledException failure = await Assert.ThrowsAsync<ThrottledException>(() => gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token), TimeSpan.Zero));

        Assert.Equal((TimeSpan.FromMinutes(6), "rate_limit_exceeded", true), (failure.RetryAfter, failure.ErrorCode, failure.IsTransient));
        Assert.Single(gpt.Simulator.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Row094_a_quota_that_is_used_up_is_never_tried_again(bool isStreamed)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        gpt.Organization.QuotaDollars = 0;

        for (int i = 0; i < 20; i++)
        {
            ThrottledException failure = await Assert.ThrowsAsync<ThrottledException>(() => AskAsync(gpt, isStreamed));
            Assert.Equal((429, "insufficient_quota", false), (failure.StatusCode, failure.ErrorCode, failure.IsTransient));
            Assert.Contains("billing", failure.Remedy, StringComparison.Ordinal);
        }

        Assert.Equal(20, gpt.Simulator.Requests.Count);   // nor does it open the breaker: the service itself is well
    }

    [Theory]
    [InlineData(EnterpriseGptApi.Responses)]
    [InlineData(EnterpriseGptApi.ChatCompletions)]
    public async Task Row094_a_quota_that_a_stream_tells_is_used_up_is_never_tried_again_and_costs_nothing(EnterpriseGptApi api)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Api = api);
        gpt.Simulator.Faults.Add("/v1/", OpenAiFaults.InsufficientQuotaInStream(after: 0), times: 10);

        ThrottledException failure = await Assert.ThrowsAsync<ThrottledException>(() => AskAsync(gpt, isStreamed: true));

        Assert.Equal((429, "insufficient_quota", false), (failure.StatusCode, failure.ErrorCode, failure.IsTransient));
        Assert.Single(gpt.Simulator.Requests);
        DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);
        UsageStats stats = await gpt.Client.GetUsageStatsAsync(new(today.AddDays(-1), today.AddDays(1)), SimulatedGpt.Token);
        Assert.Equal((1, 0, 0, 0m), (stats.Total.Requests, stats.Total.Tokens.Input, stats.Total.Tokens.Output, stats.Total.Cost));
    }

    [Theory]
    [InlineData("""{"type":"error","code":"too_many_requests","message":"Slow down.","param":null,"sequence_number":2}""")]
    [InlineData("""{"type":"error","error":{"type":"too_many_requests","code":null,"message":"Slow down."},"sequence_number":2}""")]
    [InlineData("""{"type":"error","error":{"type":"requests","code":"rate_limit_exceeded","message":"Slow down."},"sequence_number":2}""")]
    public async Task Row094_a_limit_that_a_stream_tells_of_is_a_limit_in_either_form(string data)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Http.MaxRetryAttempts = 0);
        gpt.Simulator.Faults.Add("/v1/", Fault.Status(200, $"data: {data}\n\n", contentType: "text/event-stream"), times: 10);

        ThrottledException failure = await Assert.ThrowsAsync<ThrottledException>(() => AskAsync(gpt, isStreamed: true));

        Assert.True(failure.IsTransient);
    }

    [Fact]
    public async Task Row077_requests_are_spaced_ahead_of_the_limit_that_answers_tell_of()
    {
        FakeTimeProvider clock = SimulatedGpt.ClockAt(2026, 11, 28);
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(clock, (_, o) => o.Timeout = TimeSpan.FromMinutes(30));
        gpt.Organization.RateLimit = new(10, 1_000_000);
        await AskAsync(gpt, isStreamed: false); // the first call of a process takes its time, in which the clock would go on
        DateTimeOffset start = clock.GetUtcNow();
        for (int i = 1; i < 25; i++)
        {
            await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token), TimeSpan.FromMilliseconds(500));
        }

        Assert.DoesNotContain(gpt.Simulator.Requests, request => request.Status == 429);
        Assert.InRange(clock.GetUtcNow() - start, TimeSpan.FromSeconds(85), TimeSpan.FromSeconds(120));   // ten at once, then one in six seconds
    }

    [Fact]
    public async Task Row077_many_at_once_are_spaced_by_tokens_too()
    {
        FakeTimeProvider clock = SimulatedGpt.ClockAt(2026, 11, 28);
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(clock, (_, o) => (o.Timeout, o.MaxTokens) = (TimeSpan.FromMinutes(30), 1000));
        gpt.Organization.RateLimit = new(10_000, 10_000);
        await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token));

        await gpt.FinishAsync(Task.WhenAll(Enumerable.Range(0, 30).Select(_ => gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token))), TimeSpan.FromMilliseconds(500));

        Assert.DoesNotContain(gpt.Simulator.Requests, request => request.Status == 429);
    }

    [Fact]
    public async Task Health_tells_how_much_of_the_limit_is_left()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Model = "gpt-6-sol");
        gpt.Organization.RateLimit = new(100, 10_000_000);
        await gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token);

        IntegrationHealth health = await gpt.Client.CheckHealthAsync(SimulatedGpt.Token);

        Assert.Contains(health.Features, feature => feature is { Name: "quota", Status: HealthState.Healthy } && feature.Detail.StartsWith("99", StringComparison.Ordinal));
    }

    [Fact]
    public async Task F06_a_failure_that_passes_is_tried_again_and_costs_once()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Http.RetryBaseDelay = TimeSpan.FromMilliseconds(1));
        gpt.Simulator.Faults.Add("/responses", OpenAiFaults.ServerError(), times: 2);

        GeneratedResponse answer = await gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.True(answer.IsComplete);
        Assert.Equal(3, gpt.Simulator.Requests.Count);
        Assert.Single(gpt.Organization.Usage);
    }

    [Fact]
    public async Task Row090_a_budget_that_is_spent_stops_before_the_model_is_asked()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(SimulatedGpt.ClockAt(2026, 11, 28), (_, o) => (o.Budgets.PerUser, o.MaxTokens) = (0.002m, 100));
        int answered = 0;
        BudgetExceededException? stop = null;
        for (int i = 0; i < 40 && stop is null; i++)
        {
            try
            {
                await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token), TimeSpan.Zero);
                answered++;
            }
            catch (BudgetExceededException exceeded)
            {
                stop = exceeded;
            }
        }

        Assert.NotNull(stop);
        Assert.Equal(answered, gpt.Simulator.Requests.Count);
        Assert.True(answered > 2 && gpt.Organization.SpentDollars <= 0.002m, $"{answered} answers cost {gpt.Organization.SpentDollars}");
        Assert.Equal(0.002m, stop.Limit);
        GeneratedResponse bens = await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ben, SimulatedGpt.Token), TimeSpan.Zero);
        Assert.True(bens.IsComplete);
    }

    [Fact]
    public async Task Row090_an_answer_is_shorter_where_the_budget_affords_no_more_and_says_so()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(SimulatedGpt.ClockAt(2026, 11, 28), (_, o) => o.Budgets.Total = 0.0005m);
        gpt.Organization.Script(OpenAiScriptedAnswer.Say(string.Join(' ', Enumerable.Repeat("harbour", 500))));

        GeneratedResponse answer = await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token), TimeSpan.Zero);

        Assert.Equal(GenerationOutcome.CutByBudget, answer.Outcome);
        Assert.Contains(answer.BudgetWarnings, warning => warning.Scope == BudgetScope.Total);
        Assert.True(gpt.Organization.SpentDollars <= 0.0005m);
    }

    [Fact]
    public async Task Row090_a_stream_ends_with_the_budgets_exception_when_it_is_lowered_in_the_middle()
    {
        EnterpriseGptOptions? options = null;
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => (options, o.Budgets.Total) = (o, 1m), simulator: new() { TimePerToken = TimeSpan.FromMilliseconds(5) });
        gpt.Organization.Script(OpenAiScriptedAnswer.Say(string.Join(' ', Enumerable.Repeat("harbour", 500))));
        string text = string.Empty;

        BudgetExceededException failure = await Assert.ThrowsAsync<BudgetExceededException>(async () =>
        {
            await foreach (ResponseUpdate update in gpt.Client.StreamResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token))
            {
                text += update.Text;
                options!.Budgets.Total = 0.000_001m;
            }
        });

        Assert.StartsWith("harb", text, StringComparison.Ordinal);
        Assert.Equal("generate_response", failure.Operation);
        DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);
        UsageStats stats = await gpt.Client.GetUsageStatsAsync(new(today.AddDays(-1), today.AddDays(1)), SimulatedGpt.Token);
        Assert.True(stats.Total is { Requests: 1, EstimatedRequests: 1, Cost: > 0 }, stats.Total.ToString());
    }

    private static async Task AskAsync(SimulatedGpt gpt, bool isStreamed)
    {
        if (isStreamed)
        {
            await gpt.Client.StreamResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token).ToListAsync(SimulatedGpt.Token);
        }
        else
        {
            await gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token);
        }
    }

    private static TimeSpan? Seconds(int? seconds) => seconds is { } number ? TimeSpan.FromSeconds(number) : null;
}
