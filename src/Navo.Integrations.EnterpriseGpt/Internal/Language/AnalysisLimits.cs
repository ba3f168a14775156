namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>How much an analysis holds at most. The schema cannot say it to every model, so the reader checks it.</summary>
internal static class AnalysisLimits
{
    public const int Items = 32;

    public const int Rewritten = 5;

    /// <summary>The longest keyword, entity or filter, in characters.</summary>
    public const int Text = 256;

    /// <summary>The longest rewritten query, in characters.</summary>
    public const int Query = 1000;
}
