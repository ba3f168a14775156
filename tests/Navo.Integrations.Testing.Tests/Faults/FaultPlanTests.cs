using System.Net;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.Tests.Confluence;

namespace Navo.Integrations.Testing.Tests.Faults;

public sealed class FaultPlanTests
{
    private const string Page = "wiki/api/v2/pages/101";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task F01_The_second_request_is_throttled_with_the_rate_limit_headers_and_the_third_is_served()
    {
        await using var simulator = await Start();
        using var ann = new SimulatorClient(simulator, "ann");
        simulator.Faults.Add("/pages/", ConfluenceFaults.CloudThrottled(TimeSpan.FromSeconds(7), _clock.GetUtcNow()), skip: 1);

        Assert.Equal(200, await ann.StatusAsync(Page));
        using var throttled = await ann.SendAsync(Page);
        Assert.Equal(HttpStatusCode.TooManyRequests, throttled.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), throttled.Headers.RetryAfter?.Delta);
        Assert.Equal("2026-03-02T09:00:07Z", Assert.Single(throttled.Headers.GetValues("X-RateLimit-Reset")));
        Assert.Equal(200, await ann.StatusAsync(Page));
    }

    [Fact]
    public async Task F07_F08_A_reset_and_a_cut_body_break_the_request()
    {
        await using var simulator = await Start();
        using var ann = new SimulatorClient(simulator, "ann");
        simulator.Faults.Add("", Fault.ConnectionReset()).Add("", Fault.CutBody(10));

        await Assert.ThrowsAsync<HttpRequestException>(() => ann.SendAsync(Page));
        await Assert.ThrowsAsync<HttpRequestException>(() => ann.SendAsync(Page));
        Assert.Equal(200, await ann.StatusAsync(Page));
    }

    [Fact]
    public async Task F12_A_delay_passes_on_the_virtual_clock()
    {
        await using var simulator = await Start();
        using var ann = new SimulatorClient(simulator, "ann");
        simulator.Faults.Add("", Fault.Delay(TimeSpan.FromHours(1)));

        var answer = ann.StatusAsync(Page);
        while (!answer.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMinutes(30));
            await Task.Yield();
        }

        Assert.Equal(200, await answer);
    }

    [Fact]
    public async Task F09_F10_Truncated_json_and_a_login_page_come_with_status_200()
    {
        await using var simulator = await Start();
        using var ann = new SimulatorClient(simulator, "ann");
        simulator.Faults.Add("", Fault.TruncatedJson()).Add("", Fault.LoginPage());

        using var truncated = await ann.SendAsync(Page);
        var half = await truncated.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var login = await ann.SendAsync(Page);

        Assert.StartsWith("{", half, StringComparison.Ordinal);
        Assert.False(half.EndsWith('}'));
        Assert.Equal("text/html", login.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public void Row099_The_same_seed_gives_the_same_faults_and_a_replay_repeats_them()
    {
        var first = Script(new FaultPlan(42));
        var plan = new FaultPlan(42);
        var second = Script(plan);
        plan.Replay();
        var replayed = Enumerable.Range(0, 50).Select(_ => plan.Next("GET", "/") is not null);

        Assert.Equal(first, second);
        Assert.Equal(first, replayed);
        Assert.Contains(true, first);
        Assert.Contains(false, first);
    }

    private static List<bool> Script(FaultPlan plan)
    {
        plan.Add(new FaultRule { Fault = Fault.EmptyBody(), Times = int.MaxValue, Probability = 0.5 });
        return [.. Enumerable.Range(0, 50).Select(_ => plan.Next("GET", "/") is not null)];
    }

    private Task<ConfluenceSimulator> Start() => ConfluenceSimulator.StartAsync(
        new ConfluenceSimulatorOptions { Site = SmallSite.Create(_clock), TimeProvider = _clock },
        TestContext.Current.CancellationToken);
}
