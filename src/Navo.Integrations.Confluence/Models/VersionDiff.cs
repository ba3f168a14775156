using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>How the text of two versions differs, line by line of their Markdown.</summary>
public sealed record VersionDiff
{
    /// <summary>The version that was compared from.</summary>
    public required ContentVersion From { get; init; }

    /// <summary>The version that was compared to.</summary>
    public required ContentVersion To { get; init; }

    /// <summary>The runs in order: the unchanged and removed ones make up the first text, the unchanged and added ones the second.</summary>
    public required IReadOnlyList<DiffRun> Runs { get; init; }

    /// <summary>
    /// Whether the texts differ by so much that only their common beginning and end were told apart from the rest,
    /// which is then given as removed and added as a whole. So it is from 2,000 changed lines on.
    /// </summary>
    public required bool IsCoarse { get; init; }

    /// <summary>Whether the text is the same. The versions may still differ, for example in their title.</summary>
    public bool IsUnchanged => Runs.All(run => run.Kind == DiffKind.Unchanged);
}
