namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Whether the passages support a sentence.</summary>
public enum SentenceSupport
{
    /// <summary>None does.</summary>
    Unsupported = 0,

    /// <summary>A passage that it cites does.</summary>
    Supported,

    /// <summary>It states nothing: a heading, an introduction, or that something is not known.</summary>
    Neutral,
}
