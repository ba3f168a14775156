using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Redis.Tests;

/// <summary>The inventory in memory.</summary>
public sealed class InMemoryInventoryTests : InventoryContract
{
    protected override ISyncInventory Inventory { get; } = new InMemorySyncInventory();
}
