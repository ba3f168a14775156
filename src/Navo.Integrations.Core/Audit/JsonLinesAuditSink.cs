using System.Text.Json;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Audit;

/// <summary>
/// Writes each record as one JSON object on a line of its own at the end of a file. A record is handed to the disk before the call returns;
/// nothing that stands in the file is ever changed. Safe for concurrent use.
/// </summary>
/// <remarks>
/// Register it as the <see cref="IAuditSink"/> to use it. The file is opened at the first record and held until the sink is disposed.
/// A line that a crash or a full disk cut short is closed before the next record is written.
/// On Linux the system itself appends (O_APPEND), so that several processes may share a file; elsewhere give each process its own.
/// </remarks>
public sealed class JsonLinesAuditSink : IAuditSink, IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly string _path;
    private AppendOnlyFile? _file;
    private bool _isDisposed;

    /// <summary>Makes a sink.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    public JsonLinesAuditSink(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = Path.GetFullPath(path);
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is null.</exception>
    /// <exception cref="IOException">The record could not be written, for example because the disk is full.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="ObjectDisposedException">The sink is disposed.</exception>
    public async ValueTask WriteAsync(AuditRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        byte[] line = JsonSerializer.SerializeToUtf8Bytes(record, AuditJson.Default.AuditRecord);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _file ??= new AppendOnlyFile(_path);
            await _file.AppendAsync(line, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Closes the file after the record that is being written.</summary>
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
}
