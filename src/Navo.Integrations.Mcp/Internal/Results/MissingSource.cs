using System.ComponentModel;

namespace Navo.Integrations.Mcp.Internal.Results;

/// <summary>A source that did not answer in full.</summary>
internal sealed record MissingSource
{
    public required string Source { get; init; }

    [Description("What came of it: partial, timed_out, failed, skipped, stale_from_cache or refused.")]
    public required string Status { get; init; }

    [Description("Why, where more is known.")]
    public string? Detail { get; init; }
}
