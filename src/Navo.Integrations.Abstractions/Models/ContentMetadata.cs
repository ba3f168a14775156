namespace Navo.Integrations.Abstractions;

/// <summary>What is known about an item.</summary>
public sealed record ContentMetadata : IServedResult
{
    /// <summary>Its id.</summary>
    public required ContentId Id { get; init; }

    /// <summary>The integration that it comes from.</summary>
    public required IntegrationName Source { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What it is.</summary>
    public required ContentKind Kind { get; init; }

    /// <summary>Its state.</summary>
    public required ContentStatus Status { get; init; }

    /// <summary>The space or site that holds it.</summary>
    public required ContainerRef Container { get; init; }

    /// <summary>Who made it.</summary>
    public PersonRef? Author { get; init; }

    /// <summary>Who changed it last.</summary>
    public PersonRef? Editor { get; init; }

    /// <summary>Who answers for it; null where the source keeps no owner beside the author.</summary>
    public PersonRef? Owner { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>
    /// What it is a copy of, where the source says so; else null. A copy has no <see cref="Labels"/> of its own: those of its origin count for it.
    /// </summary>
    public CopyOrigin? CopyOf { get; init; }

    /// <summary>How fresh it is; null where the options do not track freshness.</summary>
    public ContentFreshness? Freshness { get; init; }

    /// <summary>Its ancestors, the outermost first.</summary>
    public IReadOnlyList<ContentAncestor> Ancestors { get; init; } = [];

    /// <summary>Its address for people.</summary>
    public Uri? WebAddress { get; init; }

    /// <summary>Where the metadata was served from.</summary>
    public ResultOrigin Origin { get; init; }

    /// <inheritdoc />
    public IServedResult WithOrigin(ResultOrigin origin) => this with { Origin = origin };
}
