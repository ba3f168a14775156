namespace Navo.Integrations.Abstractions;

/// <summary>Where a result was served from.</summary>
/// <param name="Kind">The source itself, a cache, or a cache past its lifetime.</param>
/// <param name="Age">How long ago the source was asked; zero for a fresh answer.</param>
public readonly record struct ResultOrigin(ResultOriginKind Kind, TimeSpan Age)
{
    /// <summary>Whether the source was down and an older answer was served in its place.</summary>
    public bool IsStale => Kind == ResultOriginKind.StaleCache;
}
