using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.EnterpriseGpt.Tests.Limits;

/// <summary>What counts in the accounts, and what doesn't.</summary>
public sealed class AccountTests
{
    private static readonly GenerateRequest Hello = new("Say hello to the harbour office.") { AllowCache = false };

    [Fact]
    public async Task A_call_that_is_given_up_before_it_is_sent_costs_nothing()
    {
        FakeTimeProvider clock = SimulatedGpt.ClockAt(2026, 11, 28);
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(clock, (_, o) => (o.Timeout, o.Http.MaxRetryAttempts, o.FallbackModels) = (TimeSpan.FromMinutes(30), 0, []));
        gpt.Simulator.Faults.Add("/responses", OpenAiFaults.RateLimited(TimeSpan.FromMinutes(5)));
        using CancellationTokenSource caller = CancellationTokenSource.CreateLinkedTokenSource(SimulatedGpt.Token);
        await Assert.ThrowsAsync<ThrottledException>(() => gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, caller.Token)); // from here on all wait
        Task<GeneratedResponse> waiting = gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ben, caller.Token);

        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        UsageStats bens = await gpt.FinishAsync(gpt.Client.GetUsageStatsAsync(new(new(2026, 11, 28), new(2026, 11, 28)) { User = SimulatedGpt.Ben.Key }, SimulatedGpt.Token), TimeSpan.Zero);
        Assert.Single(gpt.Simulator.Requests);
        Assert.Equal((1, 1, default(TokenUsage), 0m), (bens.Total.Requests, bens.Total.FailedRequests, bens.Total.Tokens, bens.Total.Cost));
    }

    [Fact]
    public async Task A_source_that_cannot_be_reached_costs_nothing()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (_, o) => (o.BaseUrl, o.Http.MaxRetryAttempts) = (new("http://127.0.0.1:9/v1/"), 0));

        await Assert.ThrowsAsync<UnavailableException>(() => gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token));

        Assert.Equal((1, default(TokenUsage)), await TotalAsync(gpt));
    }

    [Fact]
    public async Task Our_own_figures_are_there_also_where_the_organizations_are_not()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (s, o) => (o.AdminApiKey, o.Http.MaxRetryAttempts) = (s.AdminApiKey, 0));
        await gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token);
        gpt.Simulator.Faults.Add("/organization/", Fault.Status(500), times: 10);

        UsageStats stats = await gpt.Client.GetUsageStatsAsync(new(Today.AddDays(-1), Today.AddDays(1)), SimulatedGpt.Token);

        Assert.Equal((1, null, null), (stats.Total.Requests, stats.OrganizationUsage, stats.OrganizationCosts));
        Assert.IsType<UnavailableException>(stats.OrganizationFailure);
    }

    [Fact]
    public async Task The_organizations_figures_are_read_to_their_last_page_and_not_in_circles()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(configure: (s, o) => o.AdminApiKey = s.AdminApiKey);
        await gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token);

        UsageStats stats = await gpt.Client.GetUsageStatsAsync(new(Today.AddDays(-100), Today.AddDays(1)), SimulatedGpt.Token);
        gpt.Simulator.Faults.Add("/organization/usage", Fault.Status(200, """{"object":"page","data":[],"has_more":true,"next_page":"again"}"""), times: 10);
        UsageStats circle = await gpt.Client.GetUsageStatsAsync(new(Today.AddDays(-99), Today.AddDays(1)), SimulatedGpt.Token);

        Assert.Equal(1, stats.OrganizationUsage!.Sum(line => line.Requests));
        Assert.True(gpt.Count("/organization/usage/completions") >= 4);
        Assert.IsType<ProtocolException>(circle.OrganizationFailure);
    }

    [Fact]
    public async Task An_analysis_out_of_the_cache_says_so_and_is_counted_as_such()
    {
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync();
        QueryAnalysis first = await gpt.Client.AnalyzeQueryAsync(new("Where is the berth plan?"), SimulatedGpt.Ada, SimulatedGpt.Token);

        QueryAnalysis second = await gpt.Client.AnalyzeQueryAsync(new("Where is the berth plan?"), SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Equal((ResultOriginKind.Source, ResultOriginKind.Cache), (first.ServedFrom.Kind, second.ServedFrom.Kind));
        UsageStats stats = await gpt.Client.GetUsageStatsAsync(new(Today.AddDays(-1), Today.AddDays(1)), SimulatedGpt.Token);
        Assert.Equal((1, 1), (stats.Total.Requests, stats.Total.CachedAnswers));
    }

    [Fact]
    public async Task A_date_of_shutdown_that_the_api_withdraws_counts_no_more()
    {
        FakeTimeProvider clock = SimulatedGpt.ClockAt(2027, 1, 13);
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(clock);
        await gpt.FinishAsync(gpt.Client.CheckHealthAsync(SimulatedGpt.Token), TimeSpan.Zero);
        gpt.Organization.Put(new("gpt-4o"));
        await gpt.FinishAsync(gpt.Client.CheckHealthAsync(SimulatedGpt.Token), TimeSpan.Zero);
        clock.Advance(TimeSpan.FromDays(3));

        GeneratedResponse answer = await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token), TimeSpan.Zero);

        Assert.Equal(("gpt-4o", ModelFallbackReason.None), (answer.Model, answer.FallbackReason));
    }

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    private static async Task<(long Failed, TokenUsage Tokens)> TotalAsync(SimulatedGpt gpt)
    {
        UsageStats stats = await gpt.Client.GetUsageStatsAsync(new(Today.AddDays(-1), Today.AddDays(1)), SimulatedGpt.Token);
        return (stats.Total.FailedRequests, stats.Total.Tokens);
    }
}
