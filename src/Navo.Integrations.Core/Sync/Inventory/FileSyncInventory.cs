using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>
/// An inventory in one file, for one process at a time. What is noted is appended; the file is written anew, in another file that then takes its place, when most of it is out of date. A record
/// that a crash cut off is dropped with what follows: the checkpoint has not passed it. Its index is a file too, which is there while the inventory is open: memory does not grow with the items.
/// </summary>
public sealed class FileSyncInventory : ISyncInventory, IDisposable
{
    private const int SmallestForCompaction = 100_000;

    private readonly string _path;
    private readonly InventoryIndex _index;
    private readonly InventoryKeys _keys = new();
    private readonly PartitionNames _partitions = new();
    private readonly SemaphoreSlim _gate = new(1);
    private InventoryFile _file;

    private FileSyncInventory(string path, InventoryFile file) => (_path, _file, _index) = (path, file, new($"{path}.index"));

    /// <inheritdoc />
    public string Id => _file.Id;

    /// <summary>Opens an inventory, or makes one.</summary>
    /// <param name="path">The file; its folder is made if need be. The folder tells ids of content to whoever may read it.</param>
    /// <returns>The inventory; dispose of it to close the file.</returns>
    /// <exception cref="ConfigurationException">The file can't be opened, is in use, or is none of an inventory.</exception>
    public static FileSyncInventory Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        InventoryFile? file = null;
        FileSyncInventory? inventory = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            file = InventoryFile.Open(path);
            inventory = new(path, file);
            inventory._file.Replay(inventory.Apply);
            return inventory;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            inventory?.Dispose();
            file?.Dispose();
            throw new ConfigurationException($"The inventory '{path}' can't be opened ({failure.GetType().Name}).", failure)
            {
                Remedy = "Give a file of its own that the process may write, one for each sync; delete one that is no inventory: everything is then compared anew.",
            };
        }
    }

    /// <inheritdoc />
    public async ValueTask<InventoryEntry?> FindAsync(ContentId id, CancellationToken cancellationToken = default)
    {
        using Turn turn = await TurnAsync(cancellationToken).ConfigureAwait(false);
        return Find(id);
    }

    /// <inheritdoc />
    public async ValueTask PutAsync(ContentId id, InventoryEntry entry, CancellationToken cancellationToken = default)
    {
        using Turn turn = await TurnAsync(cancellationToken).ConfigureAwait(false);
        InventoryRecord record = new(id, entry);
        Apply(record, _file.Append(record));
        CompactIfWorthwhile();
    }

    /// <inheritdoc />
    public async ValueTask RemoveAsync(ContentId id, CancellationToken cancellationToken = default)
    {
        using Turn turn = await TurnAsync(cancellationToken).ConfigureAwait(false);
        if (_index.Find(_keys.Of(id)) is not null)
        {
            InventoryRecord record = new(id, null);
            Apply(record, _file.Append(record));
        }
    }

    /// <inheritdoc />
    public async ValueTask<bool> ReplaceAsync(ContentId id, InventoryEntry? expected, InventoryEntry? entry, CancellationToken cancellationToken = default)
    {
        using Turn turn = await TurnAsync(cancellationToken).ConfigureAwait(false);
        bool isExpected = Find(id) == expected;
        if (isExpected && entry != expected)
        {
            InventoryRecord record = new(id, entry);
            Apply(record, _file.Append(record));
        }

        return isExpected;
    }

    /// <inheritdoc />
    public async ValueTask<(long Known, long Unseen)> CountAsync(string partition, int generation, CancellationToken cancellationToken = default)
    {
        using Turn turn = await TurnAsync(cancellationToken).ConfigureAwait(false);
        return _index.CountOf(_partitions.NumberOf(partition), generation);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<ContentId> GetUnseenAsync(string partition, int generation, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IReadOnlyList<UInt128> unseen;
        using (Turn turn = await TurnAsync(cancellationToken).ConfigureAwait(false))
        {
            unseen = _index.Unseen(_partitions.NumberOf(partition), generation);
        }

        foreach (UInt128 key in unseen)
        {
            ContentId? id;
            using (Turn turn = await TurnAsync(cancellationToken).ConfigureAwait(false))
            {
                id = _index.Find(key) is { } slot && slot.Generation < generation ? _file.IdAt(slot.At) : null;
            }

            if (id is { } found)
            {
                yield return found;
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask<int> GetLatestGenerationAsync(CancellationToken cancellationToken = default)
    {
        using Turn turn = await TurnAsync(cancellationToken).ConfigureAwait(false);
        return _index.LatestGeneration;
    }

    /// <inheritdoc />
    public async ValueTask FlushAsync(CancellationToken cancellationToken = default)
    {
        using Turn turn = await TurnAsync(cancellationToken).ConfigureAwait(false);
        _file.Flush();
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _index.Dispose();
        _gate.Dispose();
    }

    private InventoryEntry? Find(ContentId id) => _index.Find(_keys.Of(id))?.ToEntry(_partitions);

    private void Apply(InventoryRecord record, long at)
    {
        if (record.Entry is { } entry)
        {
            _index.Set(_keys.Of(record.Id), InventorySlot.Of(entry, _partitions, at));
        }
        else
        {
            _index.Remove(_keys.Of(record.Id));
        }
    }

    private void CompactIfWorthwhile()
    {
        if (_file.Records < SmallestForCompaction || _file.Records < 3 * _index.Count)
        {
            return;
        }

        _file = _file.Rewrite(_path, (record, at) => _index.Find(_keys.Of(record.Id))?.At == at);
        _index.Clear();
        _file.Replay(Apply);
    }

    private async ValueTask<Turn> TurnAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new(_gate);
    }

    private readonly struct Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
