using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>How one feature is tried, and what it needs.</summary>
/// <param name="Name">The feature.</param>
/// <param name="TryAsync">Tries it on a page; a problem that is no failure is given as text.</param>
internal sealed record FeatureTrial(string Name, Func<ContentId, CancellationToken, Task<string?>> TryAsync)
{
    public IReadOnlyList<string> Scopes { get; init; } = [];

    public IReadOnlyList<string> ClassicScopes { get; init; } = [];

    /// <summary>Whether it is tried without a page.</summary>
    public bool NeedsNoPage { get; init; }
}
