using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Redis.Tests;

/// <summary>The store in memory.</summary>
public sealed class InMemoryPartitionStoreTests : PartitionStoreContract
{
    protected override IPartitionStore First { get; } = new InMemoryPartitionStore();

    protected override IPartitionStore Second => First;
}
