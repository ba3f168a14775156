using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Tests.Usage;

public sealed class LedgerTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private static CancellationToken Token => UsageHarness.Token;

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Row090_Budgets_outlive_the_process_with_the_ledger_in_a_file()
    {
        await using (JsonLinesUsageLedger before = new(_path))
        {
            using UsageHarness harness = new(before);
            harness.Options.Budgets.Total = 1;
            await harness.SpendAsync(60_000, tenant: "acme");
            await UsageHarness.SettleAsync(await harness.ReserveAsync(30_000), 5, "gpt-99");
        }

        await using JsonLinesUsageLedger after = new(_path);
        using UsageHarness again = new(after);
        again.Options.Budgets.Total = 1;
        await using UsageReservation call = await again.ReserveAsync(20_000);

        Assert.Equal(10_000, call.AllowedOutputTokens);
        UsageEntry acme = Assert.Single(await after.ReadAsync(UsageHarness.Today, UsageHarness.Today, Token), entry => entry.Key.Tenant == "acme");
        Assert.Equal(new UsageKey(UsageHarness.Today, "", "user:entra:ada", "acme", "generate_response", "gpt-4o"), acme.Key);
        Assert.Equal(new UsageFigures { Requests = 1, Tokens = new(0, 0, 0, 60_000, 0), Cost = 0.6m, Latency = TimeSpan.FromSeconds(1) }, acme.Figures);
    }

    [Fact]
    public async Task Row090_Wherever_a_crash_cut_the_last_line_the_lines_before_it_stay_and_new_ones_follow()
    {
        await WriteAsync(_path, 2);
        byte[] whole = await File.ReadAllBytesAsync(_path, Token);
        int second = Array.IndexOf(whole, (byte)'\n') + 1;
        for (int cut = second; cut < whole.Length; cut++)
        {
            await File.WriteAllBytesAsync(_path, whole[..cut], Token);
            await WriteAsync(_path, 1);

            await using JsonLinesUsageLedger ledger = new(_path);
            Assert.Equal(2, Assert.Single(await ledger.ReadAsync(UsageHarness.Today, UsageHarness.Today, Token)).Figures.Requests);
            Assert.Equal(0, ledger.UnreadableLines);
        }
    }

    [Fact]
    public async Task Row090_Of_a_long_line_that_a_crash_cut_short_nothing_stays_behind_a_short_one()
    {
        await WriteAsync(_path, 1);
        string line = await File.ReadAllTextAsync(_path, Token);
        await File.AppendAllTextAsync(_path, line.Replace("acme", new string('x', 5_000), StringComparison.Ordinal).TrimEnd('\n'), Token);

        await WriteAsync(_path, 1);

        Assert.Equal(line + line, await File.ReadAllTextAsync(_path, Token));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("""{"key":null,"figures":{}}""")]
    [InlineData("""{"key":{"day":"2026-11-23"},"figures":{"requests":1}}""")]
    public async Task A_line_that_cannot_be_read_is_left_out_and_counted(string line)
    {
        await WriteAsync(_path, 1);
        await File.AppendAllTextAsync(_path, line + "\n", Token);
        await WriteAsync(_path, 1);

        await using JsonLinesUsageLedger ledger = new(_path);

        Assert.Equal(2, Assert.Single(await ledger.ReadAsync(UsageHarness.Today, UsageHarness.Today, Token)).Figures.Requests);
        Assert.Equal(1, ledger.UnreadableLines);
    }

    [Fact]
    public async Task A_file_longer_than_the_buffer_is_read_whole()
    {
        await WriteAsync(_path, 1);
        string line = await File.ReadAllTextAsync(_path, Token);
        await File.WriteAllTextAsync(_path, string.Concat(Enumerable.Repeat(line, 2_000)) + line.Replace("acme", new string('x', 200_000), StringComparison.Ordinal), Token);

        await using JsonLinesUsageLedger ledger = new(_path);
        IReadOnlyList<UsageEntry> read = await ledger.ReadAsync(UsageHarness.Today, UsageHarness.Today, Token);

        Assert.Equal([2_000, 1], read.Select(entry => entry.Figures.Requests));
    }

    [Fact]
    public async Task A_second_holder_of_the_file_is_refused_so_that_a_budget_is_not_spent_twice()
    {
        await using JsonLinesUsageLedger first = new(_path);
        await first.AppendAsync(Entry("a"), Token);
        await using JsonLinesUsageLedger second = new(_path);

        await Assert.ThrowsAsync<IOException>(async () => await second.ReadAsync(UsageHarness.Today, UsageHarness.Today, Token));
    }

    [Fact]
    public async Task Row090_A_ledger_in_memory_folds_users_beyond_its_bound_and_keeps_the_sums()
    {
        InMemoryUsageLedger ledger = new(mostKeysPerMonth: 3);
        for (int i = 0; i < 100; i++)
        {
            await ledger.AppendAsync(Entry($"user:{i}", $"tenant {i}"), Token);
        }

        await ledger.AppendAsync(Entry("user:1", "tenant 1"), Token);
        IReadOnlyList<UsageEntry> read = await ledger.ReadAsync(UsageHarness.Today, UsageHarness.Today, Token);

        Assert.InRange(read.Count, 3, 7);
        Assert.Equal(101, read.Sum(entry => entry.Figures.Requests));
        Assert.Equal(2, Assert.Single(read, entry => entry.Key.User == "user:1").Figures.Requests);
        Assert.Contains(read, entry => entry.Key is { User: UsageKey.Other, Tenant: UsageKey.Other });
    }

    [Fact]
    public async Task A_ledger_in_memory_forgets_months_that_no_query_can_reach()
    {
        InMemoryUsageLedger ledger = new();
        for (int month = 0; month < 20; month++)
        {
            await ledger.AppendAsync(Entry("a", day: UsageHarness.Today.AddMonths(month)), Token);
        }

        Assert.Equal(14, (await ledger.ReadAsync(DateOnly.MinValue, DateOnly.MaxValue.AddMonths(-2), Token)).Count);
    }

    [Fact]
    public async Task Row090_A_ledger_that_fails_stops_calls_where_a_budget_is_set_until_it_has_what_it_lacks()
    {
        BrittleLedger ledger = new();
        using UsageHarness harness = new(ledger);
        harness.Options.Budgets.Total = 10;
        UsageReservation call = await harness.ReserveAsync(100_000);

        ledger.IsBroken = true;
        Assert.Equal(1m, await UsageHarness.SettleAsync(call, 100_000));
        await Assert.ThrowsAsync<UnavailableException>(async () => await harness.ReserveAsync(100));
        await Assert.ThrowsAsync<UnavailableException>(async () => await harness.TotalAsync());
        ledger.IsBroken = false;
        await using UsageReservation next = await harness.ReserveAsync(100);

        Assert.Equal(1m, Assert.Single(await ledger.ReadAsync(UsageHarness.Today, UsageHarness.Today, Token)).Figures.Cost);
        Assert.Equal(1m, (await harness.TotalAsync()).Spent);
    }

    [Fact]
    public async Task Row090_A_budget_is_not_read_while_what_the_ledger_lacks_is_on_its_way()
    {
        BrittleLedger ledger = new() { IsBroken = true };
        using UsageHarness harness = new(ledger);
        await harness.SpendAsync(90_000);
        ledger.IsBroken = false;
        ledger.Door = new(TaskCreationOptions.RunContinuationsAsynchronously);
        harness.Options.Budgets.Total = 1;

        Task<UsageReservation> first = harness.ReserveAsync(20_000).AsTask();
        Task<UsageReservation> second = harness.ReserveAsync(20_000).AsTask();
        Task<UsageStats> stats = harness.Meter.ReadAsync(new(UsageHarness.Today, UsageHarness.Today), Token).AsTask();
        Assert.False(first.IsCompleted || second.IsCompleted || stats.IsCompleted);
        ledger.Door.SetResult();

        Assert.Equal(0.9m, (await stats.WaitAsync(TimeSpan.FromSeconds(20), Token)).Total.Cost);
        await Task.WhenAny(Task.WhenAll(first, second)).WaitAsync(TimeSpan.FromSeconds(20), Token);
        Task<UsageReservation> served = Assert.Single(new[] { first, second }, call => call.IsCompletedSuccessfully);
        Assert.Equal(10_000, (await served).AllowedOutputTokens);
        Assert.IsType<BudgetExceededException>((first.Exception ?? second.Exception)!.InnerException);
    }

    [Fact]
    public async Task Row090_A_caller_who_cancels_does_not_wait_for_the_ledger_and_is_charged_all_the_same()
    {
        BrittleLedger ledger = new();
        using UsageHarness harness = new(ledger);
        harness.Options.Budgets.Total = 1;
        UsageReservation call = await harness.ReserveAsync(50_000);
        ledger.Door = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();

        Assert.Equal(0.5m, await call.SettleAsync(UsageHarness.Model, new TokenUsage(0, 0, 0, 50_000, 0), TimeSpan.Zero, isEstimated: true, cancelled.Token));
        Assert.Equal(0.5m, (await harness.TotalAsync()).Spent);
        ledger.Door.SetResult();
    }

    [Fact]
    public async Task Row090_A_ledger_that_cannot_be_read_stops_calls_where_a_budget_is_set()
    {
        using UsageHarness harness = new(new BrittleLedger { IsBroken = true });
        harness.Options.Budgets.PerUser = 10;

        await Assert.ThrowsAsync<UnavailableException>(async () => await harness.ReserveAsync(100));
    }

    [Fact]
    public async Task Row090_A_ledger_that_fails_stops_nothing_where_no_budget_is_set_and_is_written_later()
    {
        BrittleLedger ledger = new() { IsBroken = true };
        using UsageHarness harness = new(ledger);
        using MetricsProbe probe = new(harness.Meters);
        await harness.SpendAsync(100_000);
        await harness.Meter.RecordCachedAsync(UsageHarness.Of(UsageHarness.Ada), UsageHarness.Model, Token);
        ledger.IsBroken = false;

        await harness.SpendAsync(100_000);

        UsageFigures figures = Assert.Single(await ledger.ReadAsync(UsageHarness.Today, UsageHarness.Today, Token)).Figures;
        Assert.Equal((2m, 2L, 1L), (figures.Cost, figures.Requests, figures.CachedAnswers));
        Assert.Equal(2, probe.Of("navo.enterprise_gpt.ledger.failures").Sum(measured => measured.Value));
    }

    private static UsageEntry Entry(string user, string tenant = "acme", DateOnly? day = null) =>
        new(new UsageKey(day ?? UsageHarness.Today, "", user, tenant, "generate_response", "gpt-4o"), new UsageFigures { Requests = 1, Cost = 0.01m });

    private static async Task WriteAsync(string path, int entries)
    {
        await using JsonLinesUsageLedger ledger = new(path);
        for (int i = 0; i < entries; i++)
        {
            await ledger.AppendAsync(Entry("a"), Token);
        }
    }
}
