using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>The inventory's file: a head with its id, then records. Not safe for concurrent use.</summary>
internal sealed class InventoryFile : IDisposable
{
    private const int BufferLength = 1 << 16;
    private const int IdLength = 32;

    private static readonly byte[] Magic = "navo-inventory-1 "u8.ToArray();

    private readonly FileStream _stream;

    private long _end;

    private InventoryFile(FileStream stream, string id) => (_stream, Id, _end) = (stream, id, stream.Length);

    public string Id { get; }

    /// <summary>The records, those that are out of date included.</summary>
    public long Records { get; private set; }

    private static int HeadLength => Magic.Length + IdLength;

    public static InventoryFile Open(string path) => Open(path, FileMode.OpenOrCreate, null);

    /// <summary>Reads all records, and drops what is not whole at the end.</summary>
    public void Replay(Action<InventoryRecord, long> apply)
    {
        long end = Read((record, at) =>
        {
            apply(record, at);
            Records++;
        });
        _stream.SetLength(end);
        _stream.Position = _end = end;
    }

    /// <summary>Reads all records that are whole, and says where they end.</summary>
    private long Read(Action<InventoryRecord, long> read)
    {
        _stream.Position = HeadLength;
        byte[] buffer = new byte[BufferLength];
        long at = HeadLength;
        for (int held = 0, more = 1; more > 0;)
        {
            more = _stream.Read(buffer, held, buffer.Length - held);
            held += more;
            int used = 0;
            while (InventoryRecord.Read(buffer.AsSpan(used, held - used), out int length) is { } record)
            {
                read(record, at);
                used += length;
                at += length;
            }

            buffer.AsSpan(used, held - used).CopyTo(buffer);
            held -= used;
        }

        return at;
    }

    /// <summary>Appends a record and says where it begins.</summary>
    public long Append(InventoryRecord record)
    {
        long at = _end;
        if (_stream.Position != at)
        {
            _stream.Position = at; // something was read in between; otherwise the buffer goes on
        }

        byte[] bytes = record.ToBytes();
        _stream.Write(bytes);
        _end += bytes.Length;
        Records++;
        return at;
    }

    public ContentId IdAt(long at)
    {
        byte[] bytes = new byte[BufferLength / 4];
        _stream.Position = at;
        int read = _stream.ReadAtLeast(bytes, InventoryRecord.HeadLength, throwOnEndOfStream: false);
        return InventoryRecord.Read(bytes.AsSpan(0, read), out _) is { } record ? record.Id
            : throw new ConfigurationException("The inventory's file was changed by something else.") { Remedy = "Delete the file: everything is then compared anew." };
    }

    public void Flush() => _stream.Flush(flushToDisk: true);

    /// <summary>Writes those records that are to be kept into a new file with the same id, which then takes this one's place and is to be replayed.</summary>
    public InventoryFile Rewrite(string path, Func<InventoryRecord, long, bool> isKept)
    {
        string next = $"{path}.new";
        using (InventoryFile fresh = Open(next, FileMode.Create, Id))
        {
            Read((record, at) =>
            {
                if (isKept(record, at))
                {
                    fresh.Append(record);
                }
            });
            fresh.Flush();
        }

        _stream.Dispose();
        File.Move(next, path, overwrite: true);
        return Open(path);
    }

    public void Dispose() => _stream.Dispose();

    private static InventoryFile Open(string path, FileMode mode, string? id)
    {
        FileStream stream = new(path, mode, FileAccess.ReadWrite, FileShare.None, BufferLength);
        try
        {
            return new(stream, stream.Length == 0 ? WriteHead(stream, id ?? Guid.NewGuid().ToString("N")) : ReadHead(stream));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static string WriteHead(FileStream stream, string id)
    {
        stream.Write(Magic);
        stream.Write(Encoding.ASCII.GetBytes(id));
        stream.Flush(flushToDisk: true);
        return id;
    }

    private static string ReadHead(FileStream stream)
    {
        byte[] head = new byte[HeadLength];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan().StartsWith(Magic)
            ? Encoding.ASCII.GetString(head.AsSpan(Magic.Length))
            : throw new InvalidDataException();
    }
}
