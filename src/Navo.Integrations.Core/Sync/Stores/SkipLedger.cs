using System.Runtime.CompilerServices;
using System.Text.Json;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>A skip ledger in memory, and in a file of JSON lines where one is given. The file is for one process at a time and is read once, at the start.</summary>
public sealed class SkipLedger : ISkipLedger, IDisposable
{
    /// <summary>Lines of the past that are not worth writing the file anew.</summary>
    private const int Slack = 1000;

    private readonly Dictionary<(IntegrationName Source, ContentId Id), SkippedItem> _items = [];
    private readonly SemaphoreSlim _gate = new(1);
    private readonly StreamWriter? _file;

    /// <summary>Makes a ledger that ends with the process.</summary>
    public SkipLedger()
    {
    }

    /// <summary>Makes a ledger over a file; what stands in it is taken up.</summary>
    /// <param name="path">The file; its folder is made if need be.</param>
    /// <exception cref="ConfigurationException">The file can't be read or written.</exception>
    public SkipLedger(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            int lines = 0;
            foreach (string line in File.Exists(path) ? File.ReadLines(path) : [])
            {
                Replay(line);
                lines++;
            }

            _file = lines > (2 * _items.Count) + Slack || EndsWithinALine(path) ? Anew(path) : Open(path, FileMode.Append);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or IntegrationException)
        {
            throw new ConfigurationException($"The skip ledger '{path}' can't be opened ({failure.GetType().Name}).", failure) { Remedy = "Give a file of its own that the process may write." };
        }
    }

    /// <inheritdoc />
    public async ValueTask RecordAsync(SkippedItem item, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            SkippedItem noted = _items.TryGetValue((item.Source, item.Id), out SkippedItem? known) ? item with { FirstSeen = known.FirstSeen } : item;
            _items[(item.Source, item.Id)] = noted;
            await WriteAsync(SkipRecord.Of(noted), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask RemoveAsync(IntegrationName source, ContentId id, CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_items.Remove((source, id)))
            {
                await WriteAsync(new() { Source = source.ToString(), Id = id.Value }, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<SkippedItem> ListAsync(IntegrationName source, SkipReason? reason = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        SkippedItem[] items;
        try
        {
            items = [.. _items.Values.Where(item => item.Source == source && (reason is null || item.Reason == reason)).OrderBy(static item => item.FirstSeen).ThenBy(static item => item.Id.Value, StringComparer.Ordinal)];
        }
        finally
        {
            _gate.Release();
        }

        foreach (SkippedItem item in items)
        {
            yield return item;
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _file?.Dispose();
        _gate.Dispose();
    }

    private async Task WriteAsync(SkipRecord record, CancellationToken cancellationToken)
    {
        if (_file is { } file)
        {
            await file.WriteLineAsync(LineOf(record).AsMemory(), cancellationToken).ConfigureAwait(false);
            await file.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What is written has reached the disk: the checkpoint that rests on it does too.</summary>
    private static StreamWriter Open(string path, FileMode mode) =>
        new(new FileStream(path, mode, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.WriteThrough));

    /// <summary>Writes the file anew: without the past, and without a line that a crash cut off, to which the next one would be added.</summary>
    private StreamWriter Anew(string path)
    {
        string next = $"{path}.new";
        StreamWriter file = Open(next, FileMode.Create);
        try
        {
            foreach (SkippedItem item in _items.Values)
            {
                file.WriteLine(LineOf(SkipRecord.Of(item)));
            }

            file.Flush();
            File.Move(next, path, overwrite: true);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static bool EndsWithinALine(string path)
    {
        using FileStream? file = File.Exists(path) ? File.OpenRead(path) : null;
        return file is { Length: > 0 } && file.Seek(-1, SeekOrigin.End) >= 0 && file.ReadByte() != '\n';
    }

    private static string LineOf(SkipRecord record) => JsonSerializer.Serialize(record, SyncJson.Default.SkipRecord);

    /// <summary>A line that a crash cut off says nothing: its change was not acknowledged, so the item comes again.</summary>
    private void Replay(string line)
    {
        try
        {
            if (JsonSerializer.Deserialize(line, SyncJson.Default.SkipRecord) is not { } record)
            {
                return;
            }

            SkippedItem item = record.ToItem();
            _items.Remove((item.Source, item.Id));
            if (record.Reason is not null)
            {
                _items.Add((item.Source, item.Id), item);
            }
        }
        catch (JsonException)
        {
            // Cut off.
        }
    }
}
