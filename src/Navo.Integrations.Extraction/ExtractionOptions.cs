namespace Navo.Integrations.Extraction;

/// <summary>The limits within which files are read. Each has a default that keeps a hostile file from harming the process.</summary>
public sealed class ExtractionOptions
{
    /// <summary>The largest file that is read, in bytes. 1 or more; 256 MiB by default. A larger one is <c>TooLarge</c>.</summary>
    public long MaxInputBytes { get; set; } = 256L << 20;

    /// <summary>What all compressed parts of one file may expand to together, in bytes. 1 or more; 2 GiB by default. More is <c>TooLarge</c>.</summary>
    public long MaxExpandedBytes { get; set; } = 2L << 30;

    /// <summary>How many times its size a compressed part may expand to, judged beyond 10 MiB. 2 or more; 250 by default. More is <c>TooLarge</c>.</summary>
    public int MaxExpansionRatio { get; set; } = 250;

    /// <summary>How many entries an archive, or a format that is one, may have. 1 or more; 10,000 by default. More is <c>TooLarge</c>.</summary>
    public int MaxEntries { get; set; } = 10_000;

    /// <summary>How deep files within files are read: attachments of messages, entries of archives. 0 or more, at most 16; 2 by default. What lies deeper is listed as a loss.</summary>
    public int MaxNesting { get; set; } = 2;

    /// <summary>How many pages or slides are read. 1 or more; 5,000 by default. The text up to there is given.</summary>
    public int MaxPages { get; set; } = 5_000;

    /// <summary>How many cells of sheets and tables with content are read. 1 or more; 5 million by default. The text up to there is given.</summary>
    public long MaxCells { get; set; } = 5_000_000;

    /// <summary>How many characters of text are read. 1 or more; 8 million by default. The text up to there is given.</summary>
    public long MaxCharacters { get; set; } = 8_000_000;

    /// <summary>How long the reading of one file may take. More than zero, at most one hour; 60 seconds by default. The text up to there is given.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(60);
}
