using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>How the text of two versions of a document differs, line by line of their Markdown.</summary>
public sealed record DocumentVersionDiff
{
    /// <summary>The version that was compared from.</summary>
    public required DocumentVersion From { get; init; }

    /// <summary>The version that was compared to.</summary>
    public required DocumentVersion To { get; init; }

    /// <summary>The runs in order: the unchanged and removed ones make up the first text, the unchanged and added ones the second.</summary>
    public required IReadOnlyList<DiffRun> Runs { get; init; }

    /// <summary>Whether the texts differ by so much (2,000 lines or more) that the differing middle is given as removed and added as a whole.</summary>
    public required bool IsCoarse { get; init; }

    /// <summary>Whether both texts were read whole; otherwise the comparison is of parts.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Whether the text is the same.</summary>
    public bool IsUnchanged => Runs.All(static run => run.Kind == DiffKind.Unchanged);
}
