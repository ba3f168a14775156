using System.ComponentModel;

namespace Navo.Integrations.Mcp.Internal.Results;

/// <summary>What <c>search</c> gives.</summary>
internal sealed record SearchResult
{
    [Description("The hits, best first.")]
    public required IReadOnlyList<HitResult> Hits { get; init; }

    [Description("Whether every source answered in full; if not, see missing.")]
    public required bool IsComplete { get; init; }

    [Description("What did not answer in full, and why.")]
    public required IReadOnlyList<MissingSource> Missing { get; init; }

    [Description("Pass it for the hits that follow; absent where there are no more.")]
    public string? Continuation { get; init; }

    [Description("What the texts are.")]
    public string Notice { get; init; } = DataNotice.Text;
}
