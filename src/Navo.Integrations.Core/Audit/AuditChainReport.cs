namespace Navo.Integrations.Core.Audit;

/// <summary>What came of verifying a chain.</summary>
public sealed record AuditChainReport
{
    /// <summary>Whether it holds.</summary>
    public required AuditChainStatus Status { get; init; }

    /// <summary>How many lines hold, up to the first that does not.</summary>
    public long Lines { get; init; }

    /// <summary>How many of the lines before the last one were cut short by a crash or a full disk, as the chain itself attests. No answer left for them.</summary>
    public long CutLines { get; init; }

    /// <summary>The number of the first line that is there; more than 1 where older files are elsewhere or gone. Null where there is none.</summary>
    public long? FirstSequence { get; init; }

    /// <summary>The last line that holds, to be kept as proof; null where there is none.</summary>
    public AuditChainHead? Head { get; init; }

    /// <summary>The file in which the first line stands that does not hold; null where all do.</summary>
    public string? File { get; init; }

    /// <summary>The number of that line in its file, from 1 on; null where all hold.</summary>
    public long? Line { get; init; }

    /// <summary>What is wrong, in plain words; null where nothing is. It repeats nothing of a record.</summary>
    public string? Problem { get; init; }
}
