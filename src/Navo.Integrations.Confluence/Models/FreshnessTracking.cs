using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>What a freshness report holds beside the last edit. Each costs calls for each content.</summary>
public sealed record FreshnessTracking
{
    /// <summary>The last edit that its author did not mark as minor; one call, on Data Center one for each version. True by default.</summary>
    public bool IncludeMeaningfulEdits { get; init; } = true;

    /// <summary>The number of views, where the edition counts them; one call. True by default.</summary>
    public bool IncludeViews { get; init; } = true;

    /// <summary>Links into the site that lead nowhere; reads the content and resolves its links. True by default.</summary>
    public bool IncludeDeadLinks { get; init; } = true;

    /// <summary>How many contents at once, and in which order.</summary>
    public BatchOptions Batch { get; init; } = BatchOptions.Default;
}
