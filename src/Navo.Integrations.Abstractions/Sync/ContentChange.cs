namespace Navo.Integrations.Abstractions;

/// <summary>One change of a source, as a copy of it has to carry it out. A later change of the same item replaces an earlier one.</summary>
public abstract record ContentChange
{
    private protected ContentChange()
    {
    }

    /// <summary>Its place in the run, from 1 on.</summary>
    public long Sequence { get; init; }

    /// <summary>The item.</summary>
    public required ContentId Id { get; init; }

    /// <summary>The partition (a space, a drive) in which it was found.</summary>
    public required string Partition { get; init; }
}
