namespace Navo.Integrations.Abstractions;

/// <summary>What a rank at one source adds to the score of a hit.</summary>
/// <param name="Source">The source.</param>
/// <param name="Id">The item there.</param>
/// <param name="Rank">Its rank among the source's hits that the reader may see, over all pages, from 1.</param>
/// <param name="Share">What it adds.</param>
public sealed record RankShare(IntegrationName Source, ContentId Id, int Rank, double Share);
