using System.Globalization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>Counts what the reading of one file, with the files within it, has used of its limits.</summary>
internal sealed class ExtractionMeter(ExtractionOptions options, CancellationToken token)
{
    private const long RatioJudgedFrom = 10L << 20;

    private long _expanded;
    private long _characters;
    private long _cells;
    private int _pages;

    public ExtractionOptions Options { get; } = options;

    /// <summary>Ends the reading where it was cancelled or its time is over.</summary>
    public void Checkpoint() => token.ThrowIfCancellationRequested();

    /// <summary>Counts bytes that a compressed part expanded to.</summary>
    /// <param name="bytes">How many came now.</param>
    /// <param name="ofPart">How many came of this part.</param>
    /// <param name="compressed">How large the part is, compressed.</param>
    public void Expand(int bytes, long ofPart, long compressed)
    {
        _expanded += bytes;
        Check(_expanded <= Options.MaxExpandedBytes, ExtractionStatus.TooLarge, nameof(Options.MaxExpandedBytes), Options.MaxExpandedBytes);
        if (ofPart > RatioJudgedFrom)
        {
            Check(ofPart / Options.MaxExpansionRatio <= compressed, ExtractionStatus.TooLarge, nameof(Options.MaxExpansionRatio), Options.MaxExpansionRatio);
        }
    }

    /// <summary>Checks what the parts of an archive declare to expand to together.</summary>
    public void Declared(long expanded, long compressed)
    {
        Check(expanded <= Options.MaxExpandedBytes, ExtractionStatus.TooLarge, nameof(Options.MaxExpandedBytes), Options.MaxExpandedBytes);
        Check(expanded <= RatioJudgedFrom || expanded / Options.MaxExpansionRatio <= compressed, ExtractionStatus.TooLarge, nameof(Options.MaxExpansionRatio), Options.MaxExpansionRatio);
    }

    /// <summary>Counts a page or slide that is going to be read.</summary>
    public void Page() => Check(++_pages <= Options.MaxPages, ExtractionStatus.LimitReached, nameof(Options.MaxPages), Options.MaxPages);

    /// <summary>Counts cells that are going to be written.</summary>
    public void Cells(int count)
    {
        _cells += count;
        Check(_cells <= Options.MaxCells, ExtractionStatus.LimitReached, nameof(Options.MaxCells), Options.MaxCells);
    }

    /// <summary>Counts characters that are going to be written.</summary>
    public void Characters(int count)
    {
        _characters += count;
        Check(_characters <= Options.MaxCharacters, ExtractionStatus.LimitReached, nameof(Options.MaxCharacters), Options.MaxCharacters);
    }

    /// <summary>Checks the number of entries of an archive.</summary>
    public void Entries(long count) => Check(count <= Options.MaxEntries, ExtractionStatus.TooLarge, nameof(Options.MaxEntries), Options.MaxEntries);

    private static void Check(bool holds, ExtractionStatus status, string option, long limit)
    {
        if (!holds)
        {
            throw new StopExtractionException(status, string.Create(CultureInfo.InvariantCulture, $"The limit {option} ({limit:N0}) was reached; raise it to read more."));
        }
    }
}
