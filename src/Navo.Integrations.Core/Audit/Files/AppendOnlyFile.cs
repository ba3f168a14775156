using Microsoft.Win32.SafeHandles;

namespace Navo.Integrations.Core.Audit.Files;

/// <summary>A file of lines to which is only ever added. One call at a time.</summary>
internal sealed class AppendOnlyFile : IDisposable
{
    private const byte NewLine = (byte)'\n';
    private readonly SafeFileHandle _handle;
    private bool _mayEndWithinALine = true;

    public AppendOnlyFile(string path)
    {
        _handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, FileOptions.Asynchronous | FileOptions.WriteThrough);
        AppendMode.Set(_handle);
    }

    /// <summary>How many bytes it has.</summary>
    public long Length => RandomAccess.GetLength(_handle);

    /// <summary>Adds a line. When that fails, nothing before it is harmed and the next one begins on a line of its own.</summary>
    public async ValueTask AppendAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int mend = _mayEndWithinALine && EndsWithinALine() ? 1 : 0;
        byte[] bytes = new byte[mend + line.Length + 1];
        bytes[0] = NewLine;
        line.CopyTo(bytes.AsMemory(mend));
        bytes[^1] = NewLine;

        _mayEndWithinALine = true;
        await RandomAccess.WriteAsync(_handle, bytes, RandomAccess.GetLength(_handle), CancellationToken.None).ConfigureAwait(false);
        _mayEndWithinALine = false;
    }

    public void Dispose() => _handle.Dispose();

    private bool EndsWithinALine()
    {
        long length = RandomAccess.GetLength(_handle);
        Span<byte> last = stackalloc byte[1];
        return length > 0 && RandomAccess.Read(_handle, last, length - 1) == 1 && last[0] != NewLine;
    }
}
