using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>One folder with a file for each checkpoint and inventory and for the skip ledger.</summary>
internal sealed class FileSyncStorage(IOptions<SyncStorageOptions> options) : ISyncStorage
{
    private string Folder => options.Value.Folder;

    public ICheckpointStore CreateCheckpointStore() => new FileCheckpointStore(Folder);

    public ISkipLedger CreateSkipLedger() => new SkipLedger(Path.Combine(Folder, "skipped.jsonl"));

    public ISyncInventory OpenInventory(IntegrationName integration) =>
        FileSyncInventory.Open(Path.Combine(Folder, $"{integration.ToString().Replace(':', '-')}.inventory"));
}
