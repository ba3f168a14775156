using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Access;

/// <summary>A search as the service makes it.</summary>
/// <param name="Search">Searches from the source's own position, null for the first page. The page's continuation is the source's next position.</param>
/// <param name="Arguments">All that the page depends on beside the position, in a fixed order.</param>
public sealed record GatedSearch(Func<string?, CancellationToken, Task<SearchPage>> Search, params string?[] Arguments)
{
    /// <summary>The continuation that the reader gave; null for the first page.</summary>
    public string? Continuation { get; init; }
}
