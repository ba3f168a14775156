using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>A file of lines, held by one process, to which is only ever added. One call at a time.</summary>
internal sealed class LedgerFile : IDisposable
{
    private const byte NewLine = (byte)'\n';
    private readonly SafeFileHandle _handle;
    private long _whole;                                        // where the last whole line ends
    private bool _mayHoldMore;

    /// <summary>Opens the file, or makes it. It is written through to the disk.</summary>
    public LedgerFile(string path) =>
        _handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, FileOptions.Asynchronous | FileOptions.WriteThrough);

    /// <summary>Reads the entries of all whole lines; a last line without an end is cut off with the next addition.</summary>
    public async Task<(List<UsageEntry> Entries, int Unreadable)> ReadAsync(CancellationToken cancellationToken)
    {
        List<UsageEntry> entries = [];
        int unreadable = 0;
        byte[] buffer = new byte[64 * 1024];
        int held = 0;
        long position = 0;
        while (await RandomAccess.ReadAsync(_handle, buffer.AsMemory(held), position, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            position += read;
            int end = held + read;
            int used = TakeLines(buffer.AsSpan(0, end), entries, ref unreadable);
            held = end - used;
            buffer.AsSpan(used, held).CopyTo(buffer);
            if (held == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        _whole = position - held;
        _mayHoldMore = held > 0;
        return (entries, unreadable);
    }

    /// <summary>Adds a line. When that fails, what it left behind is cut off by the next addition. It is not cancelled half way.</summary>
    public async ValueTask AppendAsync(ReadOnlyMemory<byte> line)
    {
        if (_mayHoldMore)
        {
            RandomAccess.SetLength(_handle, _whole);
        }

        byte[] bytes = new byte[line.Length + 1];
        line.CopyTo(bytes);
        bytes[^1] = NewLine;
        _mayHoldMore = true;
        await RandomAccess.WriteAsync(_handle, bytes, _whole, CancellationToken.None).ConfigureAwait(false);
        _whole += bytes.Length;
        _mayHoldMore = false;
    }

    public void Dispose() => _handle.Dispose();

    private static int TakeLines(ReadOnlySpan<byte> bytes, List<UsageEntry> entries, ref int unreadable)
    {
        int used = 0;
        while (bytes[used..].IndexOf(NewLine) is var length and >= 0)
        {
            if (Parse(bytes.Slice(used, length)) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                unreadable++;
            }

            used += length + 1;
        }

        return used;
    }

    private static UsageEntry? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            UsageEntry? entry = JsonSerializer.Deserialize(line, UsageJson.Default.UsageEntry);
            return entry is { Key: { User: not null, Tenant: not null, Model: not null }, Figures: not null } ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
