using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>How fresh a content is, and what is known about the care it gets.</summary>
public sealed record PageFreshness
{
    /// <summary>The content.</summary>
    public required ContentMetadata Metadata { get; init; }

    /// <summary>When it was last edited.</summary>
    public required DateTimeOffset LastEdit { get; init; }

    /// <summary>When it was last edited without being marked as a minor edit; null where that was not asked for or every edit was minor.</summary>
    public DateTimeOffset? LastMeaningfulEdit { get; init; }

    /// <summary>The time since the last edit when this was computed.</summary>
    public required TimeSpan Age { get; init; }

    /// <summary>Whether it is as old as <see cref="ConfluenceOptions.FreshnessThreshold"/> or older.</summary>
    public required bool IsStale { get; init; }

    /// <summary>Who answers for it: the owner, or else the author.</summary>
    public PersonRef? Owner { get; init; }

    /// <summary>How often it was viewed, or why that is not known; null where it was not asked for.</summary>
    public ViewCount? Views { get; init; }

    /// <summary>Links into the site that lead to nothing the reader may see; empty where they were not asked for.</summary>
    public IReadOnlyList<ResolvedLink> DeadLinks { get; init; } = [];
}
