namespace Navo.Integrations.EnterpriseGpt;

/// <summary>A question to analyze.</summary>
/// <param name="Query">The question: 1 to <see cref="MaxQueryLength"/> characters.</param>
public sealed record QueryAnalysisRequest(string Query)
{
    /// <summary>The longest question that is accepted, in characters.</summary>
    public const int MaxQueryLength = 8000;

    /// <summary>Whether fixed rules take over where the model gives no usable answer. If not, that is an exception.</summary>
    public bool AllowFallback { get; init; } = true;

    /// <summary>Whether the model is left out and fixed rules are used at once; costs nothing.</summary>
    public bool SkipModel { get; init; }

    /// <summary>The tenant whose budget pays; null for none.</summary>
    public string? Tenant { get; init; }

    /// <summary>The time that words such as "yesterday" count from, in UTC; null for now.</summary>
    public DateTimeOffset? Now { get; init; }
}
