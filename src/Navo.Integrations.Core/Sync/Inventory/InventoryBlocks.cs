namespace Navo.Integrations.Core.Sync;

/// <summary>
/// A file in blocks, of which a fixed number is kept in memory and written back when another block wants the place: an item is looked up, noted and settled within a page, and costs the file one
/// reading and one writing instead of five. What is in memory is lost with the process, as the file is. Not safe for concurrent use.
/// </summary>
internal sealed class InventoryBlocks : IDisposable
{
    public const int Length = 4096;

    private const int MostKept = 512;

    private readonly FileStream _file;
    private readonly byte[] _bytes;
    private readonly long[] _numbers;
    private readonly bool[] _isChanged;

    /// <summary>Makes an empty file of whole blocks, which goes when it is closed. One that is small is kept in memory whole.</summary>
    public InventoryBlocks(string path, long length)
    {
        int kept = (int)Math.Min(MostKept, length / Length);
        (_bytes, _numbers, _isChanged) = (new byte[kept * Length], new long[kept], new bool[kept]);
        Array.Fill(_numbers, -1);
        _file = new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        _file.SetLength(length);
    }

    /// <summary>A block as it is, good until another one is asked for.</summary>
    public ReadOnlySpan<byte> Read(long number) => BytesAt(Fetch(number));

    /// <summary>A block to be changed, good until another one is asked for.</summary>
    public Span<byte> Change(long number)
    {
        int at = Fetch(number);
        _isChanged[at] = true;
        return BytesAt(at);
    }

    public void Dispose() => _file.Dispose();

    private Span<byte> BytesAt(int at) => _bytes.AsSpan(at * Length, Length);

    private int Fetch(long number)
    {
        int at = (int)(number % _numbers.Length);
        if (_numbers[at] == number)
        {
            return at;
        }

        if (_isChanged[at])
        {
            RandomAccess.Write(_file.SafeFileHandle, BytesAt(at), _numbers[at] * Length);
        }

        (_numbers[at], _isChanged[at]) = (-1, false); // as long as it is not whole
        ReadWhole(BytesAt(at), number * Length);
        _numbers[at] = number;
        return at;
    }

    private void ReadWhole(Span<byte> bytes, long from)
    {
        for (int read = 0; read < bytes.Length;)
        {
            int more = RandomAccess.Read(_file.SafeFileHandle, bytes[read..], from + read);
            read += more > 0 ? more : throw new EndOfStreamException("The index of the inventory was cut off by something else.");
        }
    }
}
