namespace Navo.Integrations.Abstractions;

/// <summary>Who asked for what, when, and what came of it.</summary>
public sealed record AuditRecord
{
    /// <summary>When the call ended.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The integration.</summary>
    public required IntegrationName Integration { get; init; }

    /// <summary>The operation, for example <c>get_content</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The reader's <see cref="AccessContext.Key"/>.</summary>
    public required string Reader { get; init; }

    /// <summary>What came of it.</summary>
    public required AuditOutcome Outcome { get; init; }

    /// <summary>The id of the item; null where the call is not about one.</summary>
    public string? ItemId { get; init; }

    /// <summary>The permission decision under which the item was read or refused, where one was made.</summary>
    public PermissionOutcome? Decision { get; init; }

    /// <summary>The reason of that decision.</summary>
    public PermissionReason? Reason { get; init; }

    /// <summary>The ids of the items that were handed out.</summary>
    public IReadOnlyList<string> DisclosedItems { get; init; } = [];

    /// <summary>Whether the answer came from a cache.</summary>
    public bool FromCache { get; init; }

    /// <summary>Whether the source was down and an answer past its lifetime was served in its place; then <see cref="FromCache"/> is true too.</summary>
    public bool IsStale { get; init; }

    /// <summary>The kind of the error; null when there was none.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The trace that the call belongs to.</summary>
    public string? TraceId { get; init; }

    /// <summary>What the operation has to add, as JSON without content, query text or secret; null for most.</summary>
    public string? Detail { get; init; }
}
