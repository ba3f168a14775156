namespace Navo.Integrations.Abstractions;

/// <summary>Why a reader may see an item or not: which condition decides and where it comes from, in two wordings.</summary>
public sealed record AccessExplanation
{
    /// <summary>The decision that is explained.</summary>
    public required PermissionDecision Decision { get; init; }

    /// <summary>The item's policy; null where it could not be read.</summary>
    public AccessPolicy? Policy { get; init; }

    /// <summary>Each condition of the policy with whether the reader satisfies it; empty where the policy or the reader's groups could not be read.</summary>
    public IReadOnlyList<ClauseVerdict> Verdicts { get; init; } = [];

    /// <summary>For an administrator: it names pages, groups and users.</summary>
    public required string ForAdministrator { get; init; }

    /// <summary>For the reader: it names nothing that the reader may not see, but it admits that the item exists.</summary>
    public required string ForReader { get; init; }
}
