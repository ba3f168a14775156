namespace Navo.Integrations.Abstractions;

/// <summary>Where a result was served from.</summary>
public enum ResultOriginKind
{
    /// <summary>The source was asked for this call.</summary>
    Source = 0,

    /// <summary>A cache, within its lifetime.</summary>
    Cache,

    /// <summary>A cache past its lifetime, because the source failed.</summary>
    StaleCache,
}
