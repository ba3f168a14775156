using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>What the search found for the reader.</summary>
/// <param name="Hits">The items, best first.</param>
/// <param name="Copies">Nearly the same texts at other addresses, by the item in whose place they may stand.</param>
/// <param name="Reports">What came of each source.</param>
internal sealed record FoundItems(IReadOnlyList<SearchHit> Hits, IReadOnlyDictionary<ItemKey, IReadOnlyList<SearchHit>> Copies, IReadOnlyList<SourceReport> Reports)
{
    /// <summary>The copies of an item; most have none.</summary>
    public IReadOnlyList<SearchHit> CopiesOf(SearchHit hit) => Copies.GetValueOrDefault(new(hit.Source, hit.Id)) ?? [];
}
