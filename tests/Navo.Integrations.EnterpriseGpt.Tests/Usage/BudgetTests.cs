using CsCheck;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Tests.Usage;

public sealed class BudgetTests : IDisposable
{
    private readonly UsageHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task Row090_A_call_reserves_before_and_is_charged_what_it_used_after()
    {
        _harness.Options.Budgets.Total = 10;

        UsageReservation call = await _harness.ReserveAsync(300_000);
        BudgetState during = await _harness.TotalAsync();
        decimal? cost = await UsageHarness.SettleAsync(call, 100_000);
        BudgetState after = await _harness.TotalAsync();

        Assert.Equal((0m, 3m, 7m), (during.Spent, during.Reserved, during.Remaining));
        Assert.Equal(1m, cost);
        Assert.Equal((1m, 0m, 9m), (after.Spent, after.Reserved, after.Remaining));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), after.ResetsAt);
    }

    [Fact]
    public async Task Row090_The_prompt_is_reserved_at_its_dearest_price()
    {
        _harness.Options.Budgets.Total = 10;

        await using UsageReservation call = await _harness.Meter.ReserveAsync(UsageHarness.Of(UsageHarness.Ada), "gpt-6-sol", 100_000, 16, UsageHarness.Token);

        Assert.Equal(0.25016m, (await _harness.TotalAsync()).Reserved);     // 100,000 × 2.50 of writing it to the cache + 16 × 10
    }

    [Fact]
    public async Task Row090_A_call_that_was_never_settled_gives_back_what_it_held()
    {
        _harness.Options.Budgets.Total = 10;

        await using (await _harness.ReserveAsync(300_000))
        {
            Assert.Equal(3m, (await _harness.TotalAsync()).Reserved);
        }

        Assert.Equal((0m, 0m), ((await _harness.TotalAsync()).Spent, (await _harness.TotalAsync()).Reserved));
    }

    [Fact]
    public async Task Row090_A_call_is_settled_once_and_disposing_of_it_then_gives_nothing_back()
    {
        _harness.Options.Budgets.Total = 10;
        UsageReservation call = await _harness.ReserveAsync(300_000);
        await UsageHarness.SettleAsync(call, 100_000);

        await call.DisposeAsync();
        call.Observe(400_000);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await UsageHarness.SettleAsync(call, 100_000));

        Assert.Equal((1m, 0m), ((await _harness.TotalAsync()).Spent, (await _harness.TotalAsync()).Reserved));
    }

    [Fact]
    public async Task Row090_A_call_gets_as_much_output_as_the_budget_affords()
    {
        _harness.Options.Budgets.Total = 1;
        await _harness.SpendAsync(99_950);

        await using UsageReservation call = await _harness.ReserveAsync(4_000);

        Assert.Equal(50, call.AllowedOutputTokens);
        Assert.True(call.IsCutByBudget);
        Assert.Equal(0, (await _harness.TotalAsync()).Remaining);
    }

    [Fact]
    public async Task Row090_Sixteen_tokens_of_output_are_the_fewest_that_make_a_call()
    {
        _harness.Options.Budgets.Total = 1;
        await _harness.SpendAsync(99_984);
        await using (UsageReservation call = await _harness.ReserveAsync(4_000))
        {
            Assert.Equal(16, call.AllowedOutputTokens);
        }

        await _harness.SpendAsync(1);

        await Assert.ThrowsAsync<BudgetExceededException>(async () => await _harness.ReserveAsync(4_000));
    }

    [Fact]
    public async Task T14_Row090_A_budget_that_is_spent_stops_calls_with_an_exception_of_its_own()
    {
        _harness.Options.Budgets.PerUser = 1;
        await _harness.SpendAsync(100_000);

        BudgetExceededException stop = await Assert.ThrowsAsync<BudgetExceededException>(async () => await _harness.ReserveAsync(100));

        Assert.Equal(("user", 1m, 1m, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)), (stop.Scope, stop.Limit, stop.Spent, stop.ResetsAt));
        Assert.False(stop.IsTransient);
        Assert.NotNull(stop.Remedy);
        Assert.DoesNotContain("ada", stop.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T14_Row090_Each_user_and_each_tenant_has_a_budget_of_its_own()
    {
        _harness.Options.Budgets.PerUser = 1;
        _harness.Options.Budgets.PerTenant = 1.5m;
        await _harness.SpendAsync(100_000, UsageHarness.Ada, "acme");

        await Assert.ThrowsAsync<BudgetExceededException>(async () => await _harness.ReserveAsync(100, UsageHarness.Ada, "other"));
        await using UsageReservation ben = await _harness.ReserveAsync(100_000, UsageHarness.Ben, "acme");
        await using UsageReservation service = await _harness.ReserveAsync(500_000, AccessContext.Service);

        Assert.Equal(50_000, ben.AllowedOutputTokens);
        Assert.Equal(500_000, service.AllowedOutputTokens);
    }

    [Theory]
    [InlineData(79_999, false)]
    [InlineData(80_000, true)]
    public async Task Row090_A_budget_warns_from_its_share_on_and_lets_calls_through(int output, bool warns)
    {
        _harness.Options.Budgets.Total = 1;

        await using UsageReservation call = await _harness.ReserveAsync(output);

        BudgetWarning[] expected = warns ? [new(BudgetScope.Total, 0.8m, 1m)] : [];
        Assert.Equal(expected, call.Warnings);
        Assert.False(call.IsCutByBudget);
    }

    [Fact]
    public async Task Row090_A_month_begins_with_a_whole_budget_and_a_call_over_midnight_counts_for_the_old_one()
    {
        _harness.Options.Budgets.Total = 1;
        _harness.Time.SetUtcNow(new DateTimeOffset(2026, 11, 30, 23, 59, 59, TimeSpan.Zero));
        UsageReservation late = await _harness.ReserveAsync(100_000);
        await Assert.ThrowsAsync<BudgetExceededException>(async () => await _harness.ReserveAsync(100));

        _harness.Time.Advance(TimeSpan.FromSeconds(1));
        await using UsageReservation early = await _harness.ReserveAsync(100_000);
        await UsageHarness.SettleAsync(late, 100_000);

        Assert.False(early.IsCutByBudget);
        Assert.Equal((0m, 1m), ((await _harness.TotalAsync()).Spent, (await _harness.TotalAsync()).Reserved));
        UsageStats november = await _harness.Meter.ReadAsync(new UsageQuery(new(2026, 11, 30), new(2026, 11, 30)), UsageHarness.Token);
        Assert.Equal(1m, november.Total.Cost);
    }

    [Fact]
    public async Task Row090_A_stream_that_passes_its_reservation_takes_more_while_there_is_more_and_ends_then()
    {
        _harness.Options.Budgets.Total = 1;
        UsageReservation call = await _harness.ReserveAsync(50_000);

        call.Observe(50_000);
        call.Observe(70_000);
        Assert.Equal(0.7m, (await _harness.TotalAsync()).Reserved);
        BudgetExceededException stop = Assert.Throws<BudgetExceededException>(() => call.Observe(100_001));
        Assert.Equal(1.00001m, await UsageHarness.SettleAsync(call, 100_001));

        Assert.Equal("total", stop.Scope);
        Assert.Equal((1.00001m, 0m), ((await _harness.TotalAsync()).Spent, (await _harness.TotalAsync()).Reserved));
    }

    [Fact]
    public async Task Row090_A_limit_that_is_lowered_ends_streams_when_they_have_used_it_up()
    {
        _harness.Options.Budgets.Total = 10;
        await using UsageReservation call = await _harness.ReserveAsync(500_000);
        call.Observe(100_000);

        _harness.Options.Budgets.Total = 2;
        call.Observe(200_000);

        Assert.Equal(2m, Assert.Throws<BudgetExceededException>(() => call.Observe(200_001)).Limit);
        await Assert.ThrowsAsync<BudgetExceededException>(async () => await _harness.ReserveAsync(100));
    }

    [Fact]
    public async Task Row090_A_cancelled_stream_is_charged_what_it_is_estimated_to_have_used()
    {
        _harness.Options.Budgets.Total = 10;
        UsageReservation call = await _harness.ReserveAsync(300_000);
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();

        await call.SettleAsync(UsageHarness.Model, new TokenUsage(400_000, 0, 0, 20_000, 0), TimeSpan.FromSeconds(2), isEstimated: true, cancelled.Token);
        UsageStats stats = await _harness.Meter.ReadAsync(new UsageQuery(UsageHarness.Today, UsageHarness.Today), UsageHarness.Token);

        Assert.Equal((1L, 1L, 1.2m), (stats.Total.Requests, stats.Total.EstimatedRequests, stats.Total.Cost));
        Assert.Equal((1.2m, 0m), (stats.Budgets[0].Spent, stats.Budgets[0].Reserved));
    }

    [Fact]
    public async Task Row090_A_budget_and_a_model_without_a_price_do_not_go_together()
    {
        await using (await _harness.Meter.ReserveAsync(UsageHarness.Of(UsageHarness.Ada), "gpt-99", 1, 100, UsageHarness.Token))
        {
        }

        _harness.Options.Budgets.PerUser = 1;

        ConfigurationException failure = await Assert.ThrowsAsync<ConfigurationException>(
            async () => await _harness.Meter.ReserveAsync(UsageHarness.Of(UsageHarness.Ada), "gpt-99", 1, 100, UsageHarness.Token));
        Assert.Equal(PricesReader.Key, failure.Key);
        Assert.Contains("gpt-99", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row090_An_answer_of_unknown_cost_is_charged_what_was_reserved_and_shown_as_unknown()
    {
        _harness.Options.Budgets.Total = 10;
        UsageReservation call = await _harness.ReserveAsync(300_000);

        Assert.Null(await UsageHarness.SettleAsync(call, 100, "gpt-99"));

        UsageStats stats = await _harness.Meter.ReadAsync(new UsageQuery(UsageHarness.Today, UsageHarness.Today), UsageHarness.Token);
        Assert.Equal((0m, 1L, 3m, false), (stats.Total.Cost, stats.Total.RequestsOfUnknownCost, stats.Total.ChargedForUnknown, stats.Total.IsCostKnown));
        Assert.Equal(3m, stats.Budgets[0].Spent);
    }

    [Fact]
    public async Task Row090_A_budget_that_is_set_later_counts_what_was_spent_before()
    {
        await _harness.SpendAsync(90_000);
        UsageReservation underWay = await _harness.ReserveAsync(100_000);
        _harness.Options.Budgets.Total = 1;
        Assert.Equal(0.9m, (await _harness.TotalAsync()).Spent);

        await UsageHarness.SettleAsync(underWay, 100_000);

        Assert.Equal(1.9m, (await _harness.TotalAsync()).Spent);
    }

    [Fact]
    public async Task Row090_Calls_at_the_same_time_never_take_the_last_of_a_budget_twice()
    {
        _harness.Options.Budgets.Total = 1;
        using Barrier start = new(16);
        int refused = 0;

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Factory.StartNew(() => CallsAsync(i), UsageHarness.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

        BudgetState total = await _harness.TotalAsync();
        Assert.Equal((1m, 0m), (total.Spent, total.Reserved));
        Assert.Equal(16 * 20 - 100, refused);

        async Task CallsAsync(int thread)
        {
            start.SignalAndWait(UsageHarness.Token);
            for (int i = 0; i < 20; i++)
            {
                try
                {
                    UsageReservation call = await _harness.ReserveAsync(1_000, thread % 2 == 0 ? UsageHarness.Ada : UsageHarness.Ben, "acme");
                    Assert.False(call.IsCutByBudget);
                    await Task.Yield();
                    await UsageHarness.SettleAsync(call, 1_000);
                }
                catch (BudgetExceededException)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        }
    }

    [Fact]
    public async Task Row090_No_sum_is_lost_between_threads()
    {
        const int Threads = 8, Calls = 20_000;
        BudgetMonth month = new(new DateOnly(2026, 11, 1));
        BudgetLimits limits = new(User: 1_000_000, Tenant: null, Total: Threads * Calls - 100, WarnAt: 1);
        CallPrice price = new(1, 0);
        using Barrier start = new(Threads);
        int refused = 0;

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(Run, UsageHarness.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.Equal(100, refused);
        Assert.All(month.States(limits), state => Assert.Equal((Threads * Calls - 100m, 0m), (state.Spent, state.Reserved)));

        void Run()
        {
            start.SignalAndWait(UsageHarness.Token);
            int mine = 0;
            for (int i = 0; i < Calls; i++)
            {
                try
                {
                    month.Settle(month.Hold(UsageHarness.Of(UsageHarness.Ada), limits, price, 0), 1);
                }
                catch (BudgetExceededException)
                {
                    mine++;
                }
            }

            Interlocked.Add(ref refused, mine);
        }
    }

    [Fact]
    public void Row090_Whatever_calls_turn_out_to_cost_the_limit_is_passed_by_no_more_than_their_estimates_were_wrong()
    {
        Gen<(int Reserved, int Used, int Fate)> step = Gen.Select(Gen.Int[16, 60_000], Gen.Int[0, 90_000], Gen.Int[0, 3]);
        step.Array[1, 60].Sample(steps => HoldsAsync(steps).GetAwaiter().GetResult(), iter: 200, threads: 1);
    }

    private static async Task<bool> HoldsAsync((int Reserved, int Used, int Fate)[] steps)
    {
        using UsageHarness harness = new();
        harness.Options.Budgets.Total = 1;
        decimal error = 0;
        List<(UsageReservation Call, int Used)> open = [];
        foreach ((int reserved, int used, int fate) in steps)
        {
            try
            {
                UsageReservation call = await harness.ReserveAsync(reserved);
                error += Math.Max(0, used - call.AllowedOutputTokens) / 100_000m;
                open.Add((call, used));
            }
            catch (BudgetExceededException)
            {
                // That is the point of it.
            }

            if (fate > 0 && open.Count > 0)
            {
                (UsageReservation call, int real) = open[0];
                open.RemoveAt(0);
                await (fate == 1 ? call.DisposeAsync() : new ValueTask(UsageHarness.SettleAsync(call, real).AsTask()));
            }

            BudgetState total = await harness.TotalAsync();
            if (total.Spent + total.Reserved > 1 + error || total.Reserved < 0)
            {
                return false;
            }
        }

        return true;
    }
}
