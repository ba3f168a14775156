using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.Core.Pipeline;

/// <summary>The description of an operation: one static instance for each method of a client.</summary>
/// <param name="Name">Its name in telemetry, audit and errors: snake case, a constant such as <c>get_content</c>.</param>
public sealed record IntegrationOperation(string Name)
{
    /// <summary>Where its results are kept.</summary>
    public CacheRegion Region { get; init; }

    /// <summary>Whether the work may be done once more where the answer can't be understood; true but for what makes something at the source.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Whether an audit record is written; true but for calls that touch nobody's content.</summary>
    public bool IsAudited { get; init; } = true;
}
