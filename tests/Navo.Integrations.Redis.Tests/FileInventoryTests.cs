using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Redis.Tests;

/// <summary>The inventory in a file.</summary>
public sealed class FileInventoryTests : InventoryContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private FileSyncInventory? _inventory;

    protected override ISyncInventory Inventory => _inventory ??= FileSyncInventory.Open(Path.Combine(_folder.FullName, "x.inventory"));

    public void Dispose()
    {
        _inventory?.Dispose();
        _folder.Delete(recursive: true);
    }
}
