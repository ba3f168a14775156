using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>What the search found for the reader.</summary>
/// <param name="Hits">The items, best first.</param>
/// <param name="Reports">What came of each source.</param>
/// <param name="Alternatives">Near-duplicates of the items at other addresses, by the item in whose place they may stand.</param>
internal sealed record FoundItems(IReadOnlyList<SearchHit> Hits, IReadOnlyList<SourceReport> Reports, ILookup<ItemKey, SearchHit> Alternatives)
{
    /// <summary>The copies of an item; most have none.</summary>
    public IEnumerable<SearchHit> CopiesOf(SearchHit hit) => Alternatives[ItemKey.Of(hit)];
}
