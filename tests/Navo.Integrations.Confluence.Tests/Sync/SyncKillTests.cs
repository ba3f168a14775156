using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Confluence.Tests.Sync;

/// <summary>Runs over a simulated site that are broken off anywhere, while the site changes and fails, end in a copy that equals the site.</summary>
public sealed class SyncKillTests
{
    private const int UsualHistories = 40;

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task F33_Row048_whatever_breaks_off_where_the_copy_ends_up_as_the_site_is(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition, maxPageSize: 3);
        Func<bool>? onRequest = null;
        site.Simulator.Faults.Add(new FaultRule { Fault = Fault.Status(503), Times = int.MaxValue, Path = _ => onRequest?.Invoke() ?? false });
        for (int seed = 0; seed < Histories.Count(UsualHistories); seed++)
        {
            onRequest = null;
            site.Reset();
            site.Simulator.ClearRequests();
            Random random = new(seed);
            for (int i = random.Next(12); i > 0; i--)
            {
                site.Time.Advance(TimeSpan.FromMinutes(random.Next(90)));
                site.Editor.Mutate(random);
            }

            site.Simulator.Quirks.IndexLag = TimeSpan.FromMinutes(random.Next(6));
            for (int run = random.Next(1, 5); run > 0; run--)
            {
                await BreakOffAsync(site, random, hook => onRequest = hook);
                site.Inventory.Crash(random);
                site.Time.Advance(TimeSpan.FromHours(random.Next(20)));
            }

            onRequest = null;
            await FinishAsync(site, seed);
        }
    }

    private static async Task BreakOffAsync(SyncedSite site, Random random, Action<Func<bool>> listen)
    {
        using CancellationTokenSource kill = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        int requests = random.Next(40), changes = random.Next(25);
        listen(() =>
        {
            if (random.Next(3) == 0)
            {
                site.Time.Advance(TimeSpan.FromMilliseconds(500));
                site.Editor.Mutate(random);
            }

            if (requests-- == 0)
            {
                kill.Cancel();
            }

            return random.Next(30) == 0;
        });
        SyncMode mode = random.Next(8) switch { 0 => SyncMode.Full, 1 => SyncMode.AccessOnly, 2 => SyncMode.DeletionsOnly, _ => SyncMode.Incremental };
        ISyncRun run = site.Sync.SyncAsync(SyncScope.All, site.Checkpoint, new() { Mode = mode, Deletions = random.Next(2) == 0 ? DeletionBudget.Unlimited : new() { AlwaysAllowed = 1 } }, kill.Token);
        try
        {
            await foreach (ContentChange change in run)
            {
                if (changes-- == 0)
                {
                    break; // killed before it was carried out
                }

                site.Copy.Apply(change);
                if (random.Next(4) > 0)
                {
                    await run.AcknowledgeAsync(change, TestContext.Current.CancellationToken);
                }

                site.Checkpoint = random.Next(4) == 0 ? new(run.Checkpoint.ToJson()) : site.Checkpoint;
            }

            site.Checkpoint = random.Next(2) == 0 ? run.Checkpoint : site.Checkpoint;
        }
        catch (Exception killed) when (killed is OperationCanceledException or IntegrationException)
        {
            // As it was.
        }
    }

    private static async Task FinishAsync(SyncedSite site, int seed)
    {
        SyncOptions options = new() { Deletions = DeletionBudget.Unlimited };
        await site.RunAsync(options);
        site.Time.Advance(TimeSpan.FromDays(2)); // what no search shows, the next enumeration tells
        (_, SyncReport report) = await site.RunAsync(options);
        Assert.True(report.IsComplete, $"seed {seed}: {string.Join(", ", report.Partitions.Select(partition => $"{partition.Partition} {partition.Outcome} {partition.Error?.Message}"))}");
        Assert.True(site.Copy.Expected.SequenceEqual(site.Copy.Lines), $"seed {seed}:\n{string.Join('\n', site.Copy.Expected)}\n--\n{string.Join('\n', site.Copy.Lines)}");
        Assert.Empty((await site.RunAsync(options)).Changes);
    }
}
