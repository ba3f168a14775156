using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Mcp.Internal.Arguments;

/// <summary>What <c>search</c> takes.</summary>
internal sealed record SearchArguments
{
    public const int MaxSources = 20;
    public const int MaxContinuation = 100_000;

    [Description("Words to find, as plain text.")]
    [StringLength(SearchQuery.MaxTextLength, MinimumLength = 1)]
    public required string Query { get; init; }

    [Description("Sources to search, by name, 20 at most; all of them if left out.")]
    public IReadOnlyList<string>? Sources { get; init; }

    [Description("How many hits at most; 10 if left out.")]
    [Range(1, FederatedQuery.MaxLimit)]
    public int? Limit { get; init; }

    [Description("The continuation of the result before, with the same query and sources, for the hits that follow.")]
    [StringLength(MaxContinuation)]
    public string? Continuation { get; init; }
}
