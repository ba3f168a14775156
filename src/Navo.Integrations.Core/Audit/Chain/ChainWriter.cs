namespace Navo.Integrations.Core.Audit.Chain;

/// <summary>Puts lines into a chain. One call at a time.</summary>
internal sealed class ChainWriter(ChainHash hash)
{
    private long _sequence;
    private string _head = ChainHash.None;
    private string? _cut;
    private (long Sequence, string Head) _next;

    /// <summary>Whether it knows where the chain ends; not before the first line, and not after a line of which nobody knows whether it got into the file.</summary>
    public bool IsPlaced { get; private set; }

    /// <summary>Finds the end of the chain in its files.</summary>
    public void Place(IEnumerable<string> newestFirst)
    {
        (ChainedLine? last, IReadOnlyList<byte[]> cut) = ChainTail.Find(newestFirst);
        (_sequence, _head) = last is null ? (0, ChainHash.None) : (last.Mark.Seq, last.Mark.Hash);
        _cut = cut.Count == 0 ? null : hash.OfCut(cut);
        IsPlaced = true;
    }

    /// <summary>The line as it is to be written. Until <see cref="Written"/> is told, the chain ends where it did.</summary>
    public byte[] Link(ReadOnlySpan<byte> line, int depth)
    {
        ChainMark mark = new() { Seq = _sequence + 1, Prev = _head, Cut = _cut, Hash = ChainHash.None };
        (byte[] chained, string head) = ChainedLine.Write(line, depth, mark, hash);
        _next = (mark.Seq, head);
        IsPlaced = false;
        return chained;
    }

    /// <summary>The line is in the file.</summary>
    public void Written()
    {
        (_sequence, _head) = _next;
        _cut = null;
        IsPlaced = true;
    }
}
