using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Alerts;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;

namespace Navo.Integrations.EnterpriseGpt.Tests.Limits;

/// <summary>What Enterprise GPT gives to the rules of alerts.</summary>
public sealed class AlertTests
{
    private static readonly GenerateRequest Hello = new("Say hello to the harbour office.") { AllowCache = false };

    [Fact]
    public async Task The_fullest_budgets_and_the_rate_limit_are_figures_that_name_nobody()
    {
        FakeTimeProvider clock = SimulatedGpt.ClockAt(2026, 11, 28);
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(clock, static (_, o) => (o.Budgets.PerUser, o.Budgets.Total) = (10, 100));
        gpt.Organization.RateLimit = new(10, 1_000_000);
        Assert.Empty(Read(gpt));
        await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token), TimeSpan.Zero);
        await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token), TimeSpan.Zero);

        Dictionary<(AlertRule, string), double> figures = Read(gpt).ToDictionary(reading => (reading.Rule, reading.Part), reading => reading.Value);

        Assert.Equal(3, figures.Count);
        Assert.InRange(figures[(AlertRule.QuotaUsed, "rate limit")], 0.1, 0.2);
        Assert.InRange(figures[(AlertRule.BudgetUsed, "total")], 1e-9, 0.01);
        Assert.Equal(figures[(AlertRule.BudgetUsed, "total")] * 10, figures[(AlertRule.BudgetUsed, "user")], 9);
        Assert.DoesNotContain("ada", string.Concat(Read(gpt)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_rate_limit_is_watched_of_the_model_that_took_over_too()
    {
        FakeTimeProvider clock = SimulatedGpt.ClockAt(2027, 1, 20); // gpt-4o has left the API
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(clock);
        gpt.Organization.RateLimit = new(10, 1_000_000);
        await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello, SimulatedGpt.Ada, SimulatedGpt.Token), TimeSpan.Zero);

        AlertReading used = Assert.Single(Read(gpt), static reading => reading.Rule == AlertRule.QuotaUsed);
        IntegrationHealth health = await gpt.Client.CheckHealthAsync(SimulatedGpt.Token);

        Assert.InRange(used.Value, 0.05, 0.1);
        Assert.Contains(health.Features, static feature => feature is { Name: "quota", Detail: "90 % of the rate limit of gpt-6-luna is left" });
    }

    [Fact]
    public async Task The_rate_limit_is_watched_of_a_model_that_a_call_names_too()
    {
        FakeTimeProvider clock = SimulatedGpt.ClockAt(2026, 11, 28);
        await using SimulatedGpt gpt = await SimulatedGpt.StartAsync(clock);
        gpt.Organization.RateLimit = new(10, 1_000_000);
        await gpt.FinishAsync(gpt.Client.GenerateResponseAsync(Hello with { Model = "gpt-6-sol" }, SimulatedGpt.Ada, SimulatedGpt.Token), TimeSpan.Zero);

        AlertReading used = Assert.Single(Read(gpt), static reading => reading.Rule == AlertRule.QuotaUsed);
        IntegrationHealth health = await gpt.Client.CheckHealthAsync(SimulatedGpt.Token);

        Assert.InRange(used.Value, 0.05, 0.1);
        Assert.Contains(health.Features, static feature => feature is { Name: "quota", Detail: "90 % of the rate limit of gpt-6-sol is left" });
    }

    private static IEnumerable<AlertReading> Read(SimulatedGpt gpt) => gpt.Services.GetServices<IAlertSource>().SelectMany(static source => source.Read());
}
