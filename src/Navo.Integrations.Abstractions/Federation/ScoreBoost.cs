namespace Navo.Integrations.Abstractions;

/// <summary>Something that raises the score of a hit.</summary>
/// <param name="Name">What, for example <c>freshness</c> or <c>exact_title</c>.</param>
/// <param name="Factor">By how much the score is multiplied, 1 or more.</param>
public sealed record ScoreBoost(string Name, double Factor);
