using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit.Files;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Core.Audit;

/// <summary>
/// Writes each record as one JSON object on a line of its own at the end of a file. A record is handed to the disk before the call returns;
/// nothing that stands in the file is ever changed. Safe for concurrent use.
/// </summary>
/// <remarks>
/// Name a file in <see cref="AuditFileOptions.Path"/>, or register the sink as the <see cref="IAuditSink"/>. The file is opened at the first record and held until the sink is
/// disposed. A line that a crash or a full disk cut short is closed before the next record is written.
/// On Linux the system itself appends (O_APPEND), so that several processes may share a file; elsewhere give each process its own.
/// A file that is chained or set aside by size or day has one writer, whom a file beside it with <c>.lock</c> at its end shuts out all others for.
/// </remarks>
public sealed class JsonLinesAuditSink : IAuditSink, IAsyncDisposable, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly AuditFile _file;
    private bool _isDisposed;

    /// <summary>Makes a sink that writes records as they are, to one file without end.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    public JsonLinesAuditSink(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _file = new(new() { Path = path });
    }

    /// <summary>Makes a sink.</summary>
    /// <param name="options">Where and how it writes; read once.</param>
    /// <exception cref="ConfigurationException">There is no path, or a value is out of its bounds; the message names the key.</exception>
    public JsonLinesAuditSink(AuditFileOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        AuditFileRules.Require(options);
        _file = new(options);
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is null.</exception>
    /// <exception cref="IOException">The record could not be written, for example because the disk is full, or another writer has the file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="ObjectDisposedException">The sink is disposed.</exception>
    public async ValueTask WriteAsync(AuditRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            await _file.AppendAsync(record, cancellationToken).ConfigureAwait(false);
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
        Close();
    }

    /// <summary>Closes the file after the record that is being written.</summary>
    public void Dispose()
    {
        _turn.Wait();
        Close();
    }

    private void Close()
    {
        _isDisposed = true;
        _file.Dispose();
        _turn.Release();
    }
}
