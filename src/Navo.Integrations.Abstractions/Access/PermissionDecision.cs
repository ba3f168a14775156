namespace Navo.Integrations.Abstractions;

/// <summary>The answer to "may this reader see this item?", with its reason.</summary>
public sealed record PermissionDecision
{
    /// <summary>Allow, deny or unknown.</summary>
    public required PermissionOutcome Outcome { get; init; }

    /// <summary>Why, for machines.</summary>
    public required PermissionReason Reason { get; init; }

    /// <summary>The item.</summary>
    public required ContentId Item { get; init; }

    /// <summary>The reader.</summary>
    public required AccessContext Reader { get; init; }

    /// <summary>When the source was asked.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>The version of the item that was asked about, where it was known; a decision about another version is not used again.</summary>
    public string? ItemVersion { get; init; }

    /// <summary>Why, for an administrator; it may name restrictions, so do not show it to the reader.</summary>
    public string? Detail { get; init; }

    /// <summary>Whether asking again later can change an unknown outcome.</summary>
    public bool IsTransient { get; init; }

    /// <summary>True only for <see cref="PermissionOutcome.Allow"/>: unknown counts as deny.</summary>
    public bool IsAllowed => Outcome == PermissionOutcome.Allow;
}
