namespace Navo.Integrations.Core.Audit.Chain;

/// <summary>What a line says of its place in the chain: the last member of its object, and the hash is the last of it. The names are those in the file.</summary>
internal sealed record ChainMark
{
    /// <summary>The number of the line, from 1 on.</summary>
    public required long Seq { get; init; }

    /// <summary>The hash of the line before it; zeros for the first.</summary>
    public required string Prev { get; init; }

    /// <summary>The hash of the lines cut short that stand between it and the one before; null where there are none.</summary>
    public string? Cut { get; init; }

    /// <summary>The hash over all bytes of the line but these digits.</summary>
    public required string Hash { get; init; }
}
