using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>A hit with its rank at its source.</summary>
/// <param name="Hit">The hit.</param>
/// <param name="Rank">Its rank among the source's hits that the reader may see, over all pages, from 1.</param>
public sealed record RankedHit(SearchHit Hit, int Rank)
{
    /// <summary>The order that decides between equals: rank, source, id.</summary>
    internal static readonly IComparer<RankedHit> Order = Comparer<RankedHit>.Create(static (left, right) =>
    {
        int byRank = left.Rank.CompareTo(right.Rank);
        int bySource = byRank != 0 ? byRank : string.CompareOrdinal(left.Hit.Source.ToString(), right.Hit.Source.ToString());
        return bySource != 0 ? bySource : string.CompareOrdinal(left.Hit.Id.Value, right.Hit.Id.Value);
    });
}
