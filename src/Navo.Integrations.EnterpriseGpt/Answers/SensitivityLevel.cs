namespace Navo.Integrations.EnterpriseGpt;

/// <summary>How much of an item a model may be given, from all to nothing.</summary>
public enum SensitivityLevel
{
    /// <summary>Its passages.</summary>
    Full = 0,

    /// <summary>Title, headings and the first sentence of each section, up to <see cref="KnowledgeAssistantOptions.SummaryTokens"/>; made here, so no model sees the rest.</summary>
    SummaryOnly,

    /// <summary>Title, kind, place and time of the last change.</summary>
    MetadataOnly,

    /// <summary>Nothing, not even that it exists.</summary>
    Never,
}
