namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>What is left of a model's quota.</summary>
/// <param name="Requests">The share of requests that is left, 0 to 1; null where it is not told.</param>
/// <param name="Tokens">The share of tokens that is left, 0 to 1; null where it is not told.</param>
internal sealed record QuotaLeft(double? Requests, double? Tokens)
{
    /// <summary>The smaller of the two.</summary>
    public double Least => Math.Min(Requests ?? 1, Tokens ?? 1);
}
