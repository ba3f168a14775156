using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>Workers that share a sync and die, lose their partitions or wake up late.</summary>
public sealed class SharedKillTests
{
    private const int Histories = 400;

    [Fact]
    public async Task Row048_whichever_workers_break_off_where_the_copy_ends_up_as_the_source_is()
    {
        for (int seed = 0; seed < Histories; seed++)
        {
            using SkipLedger ledger = new();
            await new SharedHistory(seed, new InMemorySyncInventory(), new InMemoryPartitionStore(), ledger).PlayAsync(steps: 200);
        }
    }
}
