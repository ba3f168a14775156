namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>How much of an item a model may be given.</summary>
internal static class SensitivityRules
{
    /// <summary>The strictest level of the labels that are mapped; the default where none is.</summary>
    public static SensitivityLevel Of(IReadOnlyList<string> labels, KnowledgeAssistantOptions options)
    {
        SensitivityLevel? strictest = null;
        foreach (string label in labels)
        {
            if (options.Sensitivity.TryGetValue(label.Trim(), out SensitivityLevel level))
            {
                strictest = strictest is { } known && known > level ? known : level;
            }
        }

        return strictest ?? options.DefaultSensitivity;
    }
}
