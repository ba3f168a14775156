using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Skipped;

/// <summary>An item of the skip ledger as it is written down.</summary>
internal sealed record SkipRecord
{
    public required string Source { get; init; }

    public required string Id { get; init; }

    public string Partition { get; init; } = string.Empty;

    /// <summary>Why; null where the item has left the ledger.</summary>
    public SkipReason? Reason { get; init; }

    public string? Title { get; init; }

    public Uri? WebAddress { get; init; }

    public long? Size { get; init; }

    public string? ErrorType { get; init; }

    public DateTimeOffset FirstSeen { get; init; }

    public DateTimeOffset LastSeen { get; init; }

    public static SkipRecord Of(SkippedItem item) => new()
    {
        Source = item.Source.ToString(),
        Id = item.Id.Value,
        Partition = item.Partition,
        Reason = item.Reason,
        Title = item.Title,
        WebAddress = item.WebAddress,
        Size = item.Size,
        ErrorType = item.ErrorType,
        FirstSeen = item.FirstSeen,
        LastSeen = item.LastSeen,
    };

    public SkippedItem ToItem() => new()
    {
        Id = new(Id),
        Source = IntegrationName.Parse(Source),
        Partition = Partition,
        Reason = Reason ?? SkipReason.Unknown,
        Title = Title,
        WebAddress = WebAddress,
        Size = Size,
        ErrorType = ErrorType,
        FirstSeen = FirstSeen,
        LastSeen = LastSeen,
    };
}
