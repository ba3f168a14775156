using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>Where syncs keep what they need from run to run, if nothing else is registered for a part of it. Files unless one is registered.</summary>
public interface ISyncStorage
{
    /// <summary>Makes the store of checkpoints; called once.</summary>
    /// <returns>The store.</returns>
    ICheckpointStore CreateCheckpointStore();

    /// <summary>Makes the ledger of what was not delivered; called once.</summary>
    /// <returns>The ledger.</returns>
    ISkipLedger CreateSkipLedger();

    /// <summary>Opens the inventory of an integration's sync; called once for each.</summary>
    /// <param name="integration">The integration.</param>
    /// <returns>The inventory.</returns>
    ISyncInventory OpenInventory(IntegrationName integration);
}
