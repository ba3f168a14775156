namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record RankingOptionsDto(double ScoreThreshold);
