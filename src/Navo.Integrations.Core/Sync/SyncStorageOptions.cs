namespace Navo.Integrations.Core.Sync;

/// <summary>Where syncs keep what they need from run to run: checkpoints, inventories and the skip ledger. Section <c>Navo:Integrations:Sync</c>.</summary>
public sealed class SyncStorageOptions
{
    /// <summary>
    /// The folder, for one process at a time; it is made if need be. What lies in it names content by id and title: give it to nobody who may not know of everything that is kept in step.
    /// By default <c>navo/sync</c> in the folder for local data of the user that the process runs as.
    /// </summary>
    public string Folder { get; set; } = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "navo", "sync");
}
