namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What becomes of a sentence that no passage supports.</summary>
public enum UnsupportedSentence
{
    /// <summary>It is left out.</summary>
    Drop = 0,

    /// <summary>It stays without its markers, followed by <see cref="KnowledgeAssistantOptions.UnsupportedMark"/>.</summary>
    Mark,
}
