namespace Navo.Integrations.Abstractions;

/// <summary>An item that was not delivered, as the skip ledger keeps it.</summary>
public sealed record SkippedItem
{
    /// <summary>The item.</summary>
    public required ContentId Id { get; init; }

    /// <summary>The integration.</summary>
    public required IntegrationName Source { get; init; }

    /// <summary>The partition in which it was found.</summary>
    public required string Partition { get; init; }

    /// <summary>Why.</summary>
    public required SkipReason Reason { get; init; }

    /// <summary>Its title, if it is known.</summary>
    public string? Title { get; init; }

    /// <summary>Its address for people, if it is known.</summary>
    public Uri? WebAddress { get; init; }

    /// <summary>Its size in bytes, if it is known.</summary>
    public long? Size { get; init; }

    /// <summary>The type of the error, without its text.</summary>
    public string? ErrorType { get; init; }

    /// <summary>When it was skipped first.</summary>
    public DateTimeOffset FirstSeen { get; init; }

    /// <summary>When it was skipped last.</summary>
    public DateTimeOffset LastSeen { get; init; }
}
