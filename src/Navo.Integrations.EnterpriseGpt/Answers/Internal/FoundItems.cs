using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>What the search found for the reader.</summary>
/// <param name="Hits">The items, best first.</param>
/// <param name="Reports">What came of each source.</param>
/// <param name="Alternatives">Near-duplicates of the items, by item.</param>
internal sealed record FoundItems(IReadOnlyList<SearchHit> Hits, IReadOnlyList<SourceReport> Reports, ILookup<ItemKey, SearchHit> Alternatives);
