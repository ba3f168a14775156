using System.ComponentModel;

namespace Navo.Integrations.Mcp.Internal.Results;

/// <summary>A source that did not answer in full.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Detail">Why, where more is known.</param>
internal sealed record MissingSource(
    string Source,
    [property: Description("What came of it: partial, timed_out, failed, skipped, stale_from_cache or refused.")] string Status,
    string? Detail);
