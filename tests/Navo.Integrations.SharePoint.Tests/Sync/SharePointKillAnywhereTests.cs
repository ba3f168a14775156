using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Tests.Sync;

/// <summary>Histories in which people work, requests fail and runs are broken off anywhere: in the end the copy is as the tenant is, and nothing is told any more.</summary>
public sealed class SharePointKillAnywhereTests
{
    private const int UsualHistories = 60;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task F33_Row048_whatever_breaks_off_where_the_copy_ends_up_as_the_tenant_is(int third)
    {
        for (int seed = third; seed < Histories.Count(UsualHistories); seed += 3)
        {
            await PlayAsync(seed);
        }
    }

    private static async Task PlayAsync(int seed)
    {
        Random random = new(seed);
        RestlessTenant people = new();
        for (int i = random.Next(15); i > 0; i--)
        {
            people.Mutate(random);
        }

        Action onRequest = static () => { };
        await using SyncBench bench = await SyncBench.StartAsync(people.Tenant, random.Next(1, 5), onRequest: request => OnGraph(request, () => onRequest()));
        bench.Simulator.Quirks.EmptyPagesWithNextLink = random.Next(3) == 0;
        bench.Simulator.Quirks.RepeatsItemsAcrossPages = random.Next(3) == 0;
        bench.Copy.AccessOf = people.AccessOf;
        for (int run = random.Next(1, 6); run > 0; run--)
        {
            await BreakOffAsync(bench, people, random, hook => onRequest = hook);
            bench.Time.Advance(TimeSpan.FromHours(random.Next(30)));
        }

        onRequest = static () => { };
        await FinishAsync(bench, SyncMode.Incremental, seed);
        await FinishAsync(bench, SyncMode.Incremental, seed); // where the first one ended an enumeration that was broken off, what happened since then is told now
        Assert.True(TenantCopy.Of(bench.Tenant).SequenceEqual(bench.Copy.Lines), $"seed {seed}:\n{string.Join('\n', TenantCopy.Of(bench.Tenant))}\n--\n{string.Join('\n', bench.Copy.Lines)}");
        await FinishAsync(bench, SyncMode.AccessOnly, seed);
        Assert.All(bench.Copy.Access, item => Assert.Equal($"{item.Key} {people.AccessOf(item.Key)}", $"{item.Key} {item.Value}"));
        Assert.DoesNotContain(await FinishAsync(bench, SyncMode.Incremental, seed), change => change is not ContentSkipped);
    }

    private static void OnGraph(HttpRequestMessage request, Action hook)
    {
        if (!request.RequestUri!.AbsolutePath.Contains("oauth2", StringComparison.Ordinal))
        {
            hook();
        }
    }

    private static async Task<IReadOnlyList<ContentChange>> FinishAsync(SyncBench bench, SyncMode mode, int seed)
    {
        IReadOnlyList<ContentChange> told = await bench.RunAsync(mode);
        Assert.True(bench.Report.IsComplete, $"seed {seed}: {string.Join(", ", bench.Report.Partitions.Select(partition => $"{partition.Title} {partition.Outcome} {partition.Error}"))}");
        return told;
    }

    private static async Task BreakOffAsync(SyncBench bench, RestlessTenant people, Random random, Action<Action> hook)
    {
        using CancellationTokenSource kill = new();
        int requests = random.Next(30), changes = random.Next(20);
        hook(() =>
        {
            for (int i = random.Next(3) - 1; i > 0; i--)
            {
                people.Mutate(random);
            }

            if (random.Next(40) == 0)
            {
                bench.Simulator.EndDeltaTokens();
            }

            if (requests-- == 0)
            {
                kill.Cancel();
            }
            else if (random.Next(20) == 0)
            {
                throw new HttpRequestException("down");
            }
        });
        SyncMode mode = random.Next(8) switch { 0 => SyncMode.Full, 1 => SyncMode.AccessOnly, 2 => SyncMode.DeletionsOnly, _ => SyncMode.Incremental };
        ISyncRun run = bench.Sync.SyncAsync(SyncScope.All, bench.Checkpoint, new() { Mode = mode, Deletions = random.Next(2) == 0 ? DeletionBudget.Unlimited : new() { AlwaysAllowed = 1 } }, kill.Token);
        bench.Checkpoint = await KilledConsumer.CarryOutAsync<IntegrationException>(run, bench.Copy.Apply, bench.Checkpoint, changes, random);
    }
}
