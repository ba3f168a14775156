using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.Core.Pipeline;

/// <summary>The description of an operation: one static instance for each method of a client.</summary>
/// <param name="Name">Its name in telemetry, audit and errors: snake case, a constant such as <c>get_content</c>.</param>
public sealed record IntegrationOperation(string Name)
{
    /// <summary>Where its results are kept.</summary>
    public CacheRegion Region { get; init; }

    /// <summary>Raised when the shape of the result changes, so that entries of an older version are not read.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Whether an audit record is written; true but for calls that touch nobody's content.</summary>
    public bool IsAudited { get; init; } = true;
}
