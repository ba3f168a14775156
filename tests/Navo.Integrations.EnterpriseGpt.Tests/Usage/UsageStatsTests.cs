using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Tests.Usage;

public sealed class UsageStatsTests : IDisposable
{
    private readonly UsageHarness _harness = new();

    private static CancellationToken Token => UsageHarness.Token;

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task Row090_Usage_is_broken_down_as_asked_and_its_total_is_the_sum()
    {
        await _harness.SpendAsync(100_000, UsageHarness.Ada, "acme");
        await _harness.SpendAsync(200_000, UsageHarness.Ben, "acme");
        await _harness.SpendAsync(400_000, UsageHarness.Ada);
        await _harness.Meter.RecordFailureAsync(UsageHarness.Of(UsageHarness.Ada), "gpt-6-luna", TimeSpan.FromSeconds(3), Token);
        await _harness.Meter.RecordCachedAsync(UsageHarness.Of(UsageHarness.Ben, "acme"), UsageHarness.Model, Token);

        UsageStats byUser = await ReadAsync(new(UsageHarness.Today, UsageHarness.Today) { GroupBy = UsageGrouping.User });
        UsageStats byTenant = await ReadAsync(new(UsageHarness.Today, UsageHarness.Today) { GroupBy = UsageGrouping.Tenant, User = UsageHarness.Ada.Key });
        UsageStats byDayAndModel = await ReadAsync(new(UsageHarness.Today, UsageHarness.Today));

        Assert.Equal([("user:entra:ada", 5m), ("user:entra:ben", 2m)], byUser.Rows.Select(row => (row.User!, row.Figures.Cost)));
        Assert.All(byUser.Rows, row => Assert.Null(row.Day ?? (object?)row.Model ?? row.Tenant ?? row.Operation));
        Assert.Equal((7m, 4L, 1L, 1L, TimeSpan.FromSeconds(6)), (byUser.Total.Cost, byUser.Total.Requests, byUser.Total.FailedRequests, byUser.Total.CachedAnswers, byUser.Total.Latency));
        Assert.Equal([("", 4m), ("acme", 1m)], byTenant.Rows.Select(row => (row.Tenant!, row.Figures.Cost)));
        Assert.Equal([(UsageHarness.Today, "gpt-4o"), (UsageHarness.Today, "gpt-6-luna")], byDayAndModel.Rows.Select(row => (row.Day!.Value, row.Model!)));
        Assert.Equal(new DateOnly(2026, 11, 23), byUser.PricesAsOf);
    }

    [Fact]
    public async Task Row090_Days_models_and_operations_narrow_a_query()
    {
        await _harness.SpendAsync(100_000);
        _harness.Time.Advance(TimeSpan.FromDays(1));
        await _harness.SpendAsync(200_000);

        Assert.Equal(1m, (await ReadAsync(new(UsageHarness.Today, UsageHarness.Today))).Total.Cost);
        Assert.Equal(3m, (await ReadAsync(new(UsageHarness.Today, UsageHarness.Today.AddDays(1)))).Total.Cost);
        Assert.Equal(0m, (await ReadAsync(new(UsageHarness.Today, UsageHarness.Today) { Model = "gpt-5" })).Total.Cost);
        Assert.Equal(0m, (await ReadAsync(new(UsageHarness.Today, UsageHarness.Today) { Operation = "analyze_query" })).Total.Cost);
        Assert.Equal(1m, (await ReadAsync(new(UsageHarness.Today, UsageHarness.Today) { Operation = "generate_response", Model = "gpt-4o" })).Total.Cost);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(400)]
    public async Task A_query_of_no_days_or_of_more_than_400_is_refused(int days) =>
        await Assert.ThrowsAsync<InvalidQueryException>(() => ReadAsync(new(UsageHarness.Today, UsageHarness.Today.AddDays(days))));

    [Fact]
    public async Task A_query_of_400_days_is_answered() => Assert.Empty((await ReadAsync(new(UsageHarness.Today, UsageHarness.Today.AddDays(399)))).Rows);

    [Fact]
    public async Task Row090_Budgets_of_others_show_only_near_their_end_unless_they_are_named()
    {
        _harness.Options.Budgets.PerUser = 1;
        await _harness.SpendAsync(90_000, UsageHarness.Ada);
        await _harness.SpendAsync(10_000, UsageHarness.Ben);

        UsageStats all = await ReadAsync(new(UsageHarness.Today, UsageHarness.Today));
        UsageStats ben = await ReadAsync(new(UsageHarness.Today, UsageHarness.Today) { User = UsageHarness.Ben.Key });

        Assert.Equal("user:entra:ada", Assert.Single(all.Budgets).Subject);
        Assert.Equal(("user:entra:ben", 0.1m, 0.9m), (Assert.Single(ben.Budgets).Subject, ben.Budgets[0].Spent, ben.Budgets[0].Remaining));
    }

    [Fact]
    public async Task Row090_Instances_that_share_a_ledger_do_not_share_usage_and_budgets()
    {
        using UsageHarness legal = new(_harness.Ledger, "legal");
        legal.Options.Budgets.Total = 1;
        await _harness.SpendAsync(500_000);

        await using UsageReservation call = await legal.ReserveAsync(100_000);

        Assert.False(call.IsCutByBudget);
        Assert.Empty((await legal.Meter.ReadAsync(new(UsageHarness.Today, UsageHarness.Today), Token)).Rows);
    }

    [Fact]
    public async Task Row090_Metrics_have_tokens_cost_and_the_fullest_budget_and_name_nobody()
    {
        using MetricsProbe probe = new(_harness.Meters);
        _harness.Options.Budgets.PerUser = 4;
        await _harness.SpendAsync(100_000, UsageHarness.Ada, "acme");
        await _harness.SpendAsync(200_000, UsageHarness.Ben, "acme");
        UsageReservation unknown = await _harness.ReserveAsync(16, UsageHarness.Ada);
        await UsageHarness.SettleAsync(unknown, 10, "gpt-99");

        Assert.Equal(3, probe.Of("navo.enterprise_gpt.cost").Sum(measured => measured.Value), 9);
        Assert.Equal(1, probe.Of("navo.enterprise_gpt.cost.unknown").Sum(measured => measured.Value));
        Assert.Equal(300_010, probe.Of("gen_ai.client.token.usage").Where(measured => (string)measured.Tags["gen_ai.token.type"]! == "output").Sum(measured => measured.Value));
        Assert.Equal(["gpt-4o", "gpt-4o", "other"], probe.Of("gen_ai.client.token.usage").Where(measured => (string)measured.Tags["gen_ai.token.type"]! == "input").Select(measured => (string)measured.Tags["gen_ai.request.model"]!));
        Assert.Equal(0.5, probe.Of("navo.enterprise_gpt.budget.used").Last().Value);
        Assert.DoesNotContain(probe.All.SelectMany(measured => measured.Tags.Values), value => value!.ToString() is { } text && (text.Contains("ada", StringComparison.Ordinal) || text.Contains("ben", StringComparison.Ordinal) || text.Contains("acme", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null, null, null, 0.8, 0)]
    [InlineData(0.0, null, null, 0.8, 1)]
    [InlineData(null, -1.0, 0.0, 1.0, 2)]
    [InlineData(1.0, 1.0, 1.0, 0.0, 1)]
    [InlineData(1.0, 1.0, 1.0, 1.01, 1)]
    [InlineData(1.0, 1.0, 1.0, double.NaN, 1)]
    public void Limits_are_above_zero_and_warnings_come_within_them(double? user, double? tenant, double? total, double warnAt, int findings)
    {
        EnterpriseGptOptions options = new() { Budgets = new() { PerUser = (decimal?)user, PerTenant = (decimal?)tenant, Total = (decimal?)total, WarnAt = warnAt } };
        OptionsFindings found = new("EnterpriseGpt", null);

        BudgetRules.Check(found, options);

        Assert.Equal(findings, found.ToResult().Failures?.Count() ?? 0);
    }

    private Task<UsageStats> ReadAsync(UsageQuery query) => _harness.Meter.ReadAsync(query, Token).AsTask();
}
