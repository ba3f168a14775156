using System.Text.Json;
using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>
/// Appends usage to a file, one JSON object on a line, and reads the file when it is first used, so that usage and budgets outlive the process.
/// An entry is on the disk before the call returns. Safe for concurrent use.
/// </summary>
/// <remarks>
/// Register it as the <see cref="IUsageLedger"/> to use it. One process holds the file at a time; a second one fails with an <see cref="IOException"/>.
/// A last line that a crash cut short was never acknowledged: it is cut off. The file grows by about 250 bytes a call and holds ids of users; it may be cut at its
/// beginning, by whole lines, while no process holds it. Lines that cannot be read are left out and counted.
/// </remarks>
public sealed class JsonLinesUsageLedger : IUsageLedger, IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly InMemoryUsageLedger _sums;
    private readonly string _path;
    private LedgerFile? _file;
    private bool _isDisposed;

    /// <summary>Makes a ledger.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="mostKeysPerMonth">How many keys of a month it keeps apart in memory, at least 1: see <see cref="InMemoryUsageLedger"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mostKeysPerMonth"/> is below 1.</exception>
    public JsonLinesUsageLedger(string path, int mostKeysPerMonth = 100_000)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = Path.GetFullPath(path);
        _sums = new(mostKeysPerMonth);
    }

    /// <summary>How many whole lines of the file could not be read; 0 before the file is first used.</summary>
    public int UnreadableLines { get; private set; }

    /// <inheritdoc />
    /// <exception cref="IOException">The entry could not be written, or another process holds the file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="ObjectDisposedException">The ledger is disposed.</exception>
    public async ValueTask AppendAsync(UsageEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        byte[] line = JsonSerializer.SerializeToUtf8Bytes(entry, UsageJson.Default.UsageEntry);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            LedgerFile file = await OpenAsync(cancellationToken).ConfigureAwait(false);
            await file.AppendAsync(line).ConfigureAwait(false);
            _sums.Add(entry);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    /// <exception cref="IOException">The file could not be read, or another process holds it.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read and written.</exception>
    /// <exception cref="ObjectDisposedException">The ledger is disposed.</exception>
    public async ValueTask<IReadOnlyList<UsageEntry>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await OpenAsync(cancellationToken).ConfigureAwait(false);
            return await _sums.ReadAsync(from, to, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Closes the file after the entry that is being written.</summary>
    /// <returns>A task that ends when the file is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            _isDisposed = true;
            _file?.Dispose();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async ValueTask<LedgerFile> OpenAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_file is not null)
        {
            return _file;
        }

        LedgerFile file = new(_path);
        try
        {
            // All or nothing: a read that was broken off must not leave half of the sums behind.
            (List<UsageEntry> entries, int unreadable) = await file.ReadAsync(cancellationToken).ConfigureAwait(false);
            entries.ForEach(_sums.Add);
            UnreadableLines = unreadable;
            return _file = file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
