namespace Navo.Integrations.EnterpriseGpt;

/// <summary>How long a summary is.</summary>
public enum SummaryLength
{
    /// <summary>Some 150 words.</summary>
    Medium = 0,

    /// <summary>Some 60 words.</summary>
    Short,

    /// <summary>Some 400 words.</summary>
    Long,
}
