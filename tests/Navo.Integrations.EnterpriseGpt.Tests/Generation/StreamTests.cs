using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.EnterpriseGpt.Tests.Generation;

/// <summary>Streams: whole, broken and left.</summary>
public sealed class StreamTests
{
    private static readonly GenerateRequest Long = new("Tell me about the harbour.")
    {
        AllowCache = false,
        Sources = [new() { Source = new("memory"), Id = new("1"), Version = "1", Title = "Harbour", Text = string.Join(' ', Enumerable.Range(1, 30).Select(i => $"The harbour has a quay number {i} for ships.")) }],
    };

    public static TheoryData<EnterpriseGptApi> Apis => [EnterpriseGptApi.Responses, EnterpriseGptApi.ChatCompletions];

    public static TheoryData<EnterpriseGptApi, string> Breaks
    {
        get
        {
            TheoryData<EnterpriseGptApi, string> data = new();
            foreach (EnterpriseGptApi api in new[] { EnterpriseGptApi.Responses, EnterpriseGptApi.ChatCompletions })
            {
                foreach (string kind in new[] { "error", "failed", "cut", "end", "malformed" })
                {
                    data.Add(api, kind);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Breaks))]
    public async Task A_stream_that_breaks_is_a_failure_after_what_came_of_it_and_never_an_end(EnterpriseGptApi api, string kind)
    {
        // Time between the pieces, so that they arrive: a reset can overtake them.
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Api = api, simulator: new() { TimePerToken = TimeSpan.FromMilliseconds(10) });
        (Fault fault, Type expected) = kind switch
        {
            "error" => (OpenAiFaults.ErrorInStream(8), typeof(UnavailableException)),
            "failed" => (OpenAiFaults.FailedInStream(8), typeof(UnavailableException)),
            "cut" => (OpenAiFaults.CutInStream(8), typeof(UnavailableException)),
            "end" => (OpenAiFaults.EndOfStream(8), typeof(ProtocolException)),
            _ => (OpenAiFaults.MalformedEvent(8), typeof(ProtocolException)),
        };
        gpt.Simulator.Faults.Add("/v1/", fault);

        (string text, Exception? failure, GeneratedResponse? end) = await DrainAsync(gpt);

        Assert.NotEmpty(text);
        Assert.Null(end);
        Assert.IsType(expected, failure);
        Assert.Equal("generate_response", ((IntegrationException)failure!).Operation);
        Assert.Single(gpt.Simulator.Requests);   // what was paid for is not asked for again
        UsageStats stats = await StatsAsync(gpt);
        Assert.Equal((1, 1), (stats.Total.Requests, stats.Total.EstimatedRequests));
        Assert.True(stats.Total.Tokens.Output > 0 && stats.Total.Cost > 0, "What came before the break is not charged.");
    }

    [Theory]
    [InlineData(EnterpriseGptApi.Responses, 1)]
    [InlineData(EnterpriseGptApi.Responses, 7)]
    [InlineData(EnterpriseGptApi.ChatCompletions, 1)]
    [InlineData(EnterpriseGptApi.ChatCompletions, 13)]
    public async Task A_stream_in_small_pieces_is_the_same_stream(EnterpriseGptApi api, int bytes)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Api = api);
        (string whole, _, _) = await DrainAsync(gpt);
        gpt.Simulator.Faults.Add("/v1/", OpenAiFaults.SplitStream(bytes));

        (string text, Exception? failure, GeneratedResponse? end) = await DrainAsync(gpt);

        Assert.Null(failure);
        Assert.Equal((whole, whole), (text, end!.Text));
    }

    [Theory, MemberData(nameof(Apis))]
    public async Task F12_a_stream_that_falls_silent_is_given_up(EnterpriseGptApi api)
    {
        FakeTimeProvider clock = SimulatedGpt.ClockAt(2026, 11, 28);
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(clock, (_, o) => o.Api = api);
        gpt.Simulator.Faults.Add("/v1/", OpenAiFaults.StallInStream(8));

        (string text, Exception? failure, _) = await gpt.FinishAsync(DrainAsync(gpt));

        Assert.NotEmpty(text);
        Assert.Contains("fell silent for 30 s", Assert.IsType<IntegrationTimeoutException>(failure).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F11_an_endless_line_within_a_stream_is_cut_at_the_bound()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Http.MaxResponseBytes = 64 << 10);
        gpt.Simulator.Faults.Add("/v1/", Fault.EndlessBody());

        (_, Exception? failure, _) = await DrainAsync(gpt);

        Assert.Contains("larger than 65536 bytes", Assert.IsType<ProtocolException>(failure).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Apis))]
    public async Task Whoever_leaves_a_stream_stops_the_model_and_its_bill(EnterpriseGptApi api)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Api = api, simulator: new() { TimePerToken = TimeSpan.FromMilliseconds(20) });
        int parts = 0;
        await foreach (ResponseUpdate _ in gpt.Client.StreamResponseAsync(Long, SimulatedGpt.Ada, SimulatedGpt.Token))
        {
            if (++parts == 5)
            {
                break;
            }
        }

        await UntilAsync(() => gpt.Organization.Usage.Count == 1);
        int made = gpt.Organization.Usage.Single().OutputTokens;
        UsageStats stats = await StatsAsync(gpt);
        Assert.InRange(made, 1, 60);
        Assert.Equal((1, 1), (stats.Total.Requests, stats.Total.EstimatedRequests));
        Assert.InRange(stats.Total.Tokens.Output, 5, 60);
    }

    [Theory, MemberData(nameof(Apis))]
    public async Task F27_a_stream_whose_caller_cancels_ends_as_cancelled(EnterpriseGptApi api)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Api = api, simulator: new() { TimePerToken = TimeSpan.FromMilliseconds(20) });
        using CancellationTokenSource caller = CancellationTokenSource.CreateLinkedTokenSource(SimulatedGpt.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ResponseUpdate _ in gpt.Client.StreamResponseAsync(Long, SimulatedGpt.Ada, caller.Token))
            {
                await caller.CancelAsync();
            }
        });

        await UntilAsync(() => gpt.Organization.Usage.Count == 1);
        Assert.InRange(gpt.Organization.Usage.Single().OutputTokens, 1, 60);
    }

    [Fact]
    public async Task A_refusal_in_a_stream_is_an_outcome_and_no_text()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        gpt.Organization.Script(OpenAiScriptedAnswer.Refuse("I can't do that."));

        (string text, Exception? failure, GeneratedResponse? end) = await DrainAsync(gpt);

        Assert.Null(failure);
        Assert.Equal((string.Empty, GenerationOutcome.Refused, "I can't do that."), (text, end!.Outcome, end.Refusal));
    }

    [Theory]
    [InlineData(401, typeof(AuthenticationException))]
    [InlineData(403, typeof(PermissionException))]
    [InlineData(500, typeof(UnavailableException))]
    public async Task A_stream_that_never_begins_fails_like_any_call(int status, Type expected)
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => o.Http.MaxRetryAttempts = 0);
        gpt.Simulator.Faults.Add("/v1/", Fault.Status(status), times: 10);

        (_, Exception? failure, _) = await DrainAsync(gpt);

        Assert.IsType(expected, failure);
        Assert.Equal(0, (await StatsAsync(gpt)).Total.Tokens.Output);
    }

    private static async Task<(string Text, Exception? Failure, GeneratedResponse? End)> DrainAsync(SimulatedGpt gpt)
    {
        string text = string.Empty;
        GeneratedResponse? end = null;
        Exception? failure = await Record.ExceptionAsync(async () =>
        {
            await foreach (ResponseUpdate update in gpt.Client.StreamResponseAsync(Long, SimulatedGpt.Ada, SimulatedGpt.Token))
            {
                (text, end) = (text + update.Text, update.Response ?? end);
            }
        });
        return (text, failure, end);
    }

    private static Task<UsageStats> StatsAsync(SimulatedGpt gpt)
    {
        DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);
        return gpt.Client.GetUsageStatsAsync(new(today.AddDays(-1), today.AddDays(1)), SimulatedGpt.Token);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(20), "It did not come about.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, SimulatedGpt.Token);
        }
    }
}
