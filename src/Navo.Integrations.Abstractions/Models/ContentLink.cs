namespace Navo.Integrations.Abstractions;

/// <summary>A link within a content. Nothing that a link points to is ever fetched because it stands in a content.</summary>
public sealed record ContentLink
{
    /// <summary>What it points to.</summary>
    public required ContentLinkKind Kind { get; init; }

    /// <summary>The visible text.</summary>
    public required string Text { get; init; }

    /// <summary>The target as the source writes it: an address, a title, a user's id or a file name.</summary>
    public required string Target { get; init; }

    /// <summary>The key of the space or site of an internal target, where it is not the item's own.</summary>
    public string? Container { get; init; }

    /// <summary>The fragment within the target.</summary>
    public string? Anchor { get; init; }
}
