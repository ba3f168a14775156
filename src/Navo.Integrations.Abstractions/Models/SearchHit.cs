namespace Navo.Integrations.Abstractions;

/// <summary>One item that a search found.</summary>
public sealed record SearchHit
{
    /// <summary>The item's id.</summary>
    public required ContentId Id { get; init; }

    /// <summary>The integration that found it.</summary>
    public required IntegrationName Source { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What it is.</summary>
    public required ContentKind Kind { get; init; }

    /// <summary>The space or site that holds it, where the source says so.</summary>
    public ContainerRef? Container { get; init; }

    /// <summary>A passage around the match as plain text, without markup or highlight marks.</summary>
    public string? Excerpt { get; init; }

    /// <summary>The words of <see cref="Excerpt"/> that the source marked as matches.</summary>
    public IReadOnlyList<string> Highlights { get; init; } = [];

    /// <summary>Its address for people.</summary>
    public Uri? WebAddress { get; init; }

    /// <summary>When it was last modified.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Its version, where the source says so.</summary>
    public string? Version { get; init; }

    /// <summary>The source's score; comparable within one page only.</summary>
    public double? Score { get; init; }
}
