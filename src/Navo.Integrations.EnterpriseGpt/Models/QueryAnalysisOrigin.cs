namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Who analyzed a question.</summary>
public enum QueryAnalysisOrigin
{
    /// <summary>The model.</summary>
    Model = 0,

    /// <summary>Fixed rules, without the model; <see cref="QueryAnalysis.FallbackReason"/> says why.</summary>
    Deterministic,
}
