using Navo.Integrations.Core.Configuration;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>What the section <c>KnowledgeAssistant</c> may say.</summary>
internal static class KnowledgeAssistantSchema
{
    public static IntegrationSchema Instance { get; } = new()
    {
        Kind = "knowledge-assistant",
        IsIntegration = false,
        Keys =
        [
            new(nameof(KnowledgeAssistantOptions.MaxSearches), OptionKeyKind.Integer),
            new(nameof(KnowledgeAssistantOptions.MaxItems), OptionKeyKind.Integer),
            new(nameof(KnowledgeAssistantOptions.MaxPassages), OptionKeyKind.Integer),
            new(nameof(KnowledgeAssistantOptions.PassageTokens), OptionKeyKind.Integer),
            new(nameof(KnowledgeAssistantOptions.ContextTokens), OptionKeyKind.Integer),
            new(nameof(KnowledgeAssistantOptions.HistoryTokens), OptionKeyKind.Integer),
            new(nameof(KnowledgeAssistantOptions.SummaryTokens), OptionKeyKind.Integer),
            new(nameof(KnowledgeAssistantOptions.MaxParallel), OptionKeyKind.Integer),
            new(nameof(KnowledgeAssistantOptions.SearchTimeout), OptionKeyKind.Seconds),
            new(nameof(KnowledgeAssistantOptions.ContentTimeout), OptionKeyKind.Seconds),
            new(nameof(KnowledgeAssistantOptions.PermissionTimeout), OptionKeyKind.Seconds),
            new(nameof(KnowledgeAssistantOptions.MaxPermissionAge), OptionKeyKind.Seconds),
            new(nameof(KnowledgeAssistantOptions.OnUnsupported), OptionKeyKind.Choice) { Choices = Enum.GetNames<UnsupportedSentence>() },
            new(nameof(KnowledgeAssistantOptions.UnsupportedMark), OptionKeyKind.Text),
            new(nameof(KnowledgeAssistantOptions.DontKnowText), OptionKeyKind.Text),
            new(nameof(KnowledgeAssistantOptions.AllowExtractive), OptionKeyKind.Flag),
            new(nameof(KnowledgeAssistantOptions.ExtractiveSentences), OptionKeyKind.Integer),
            .. Enum.GetNames<SensitivityLevel>().Select(static level => new OptionKey(LabelsOf(level), OptionKeyKind.List)),
            new(nameof(KnowledgeAssistantOptions.DefaultSensitivity), OptionKeyKind.Choice) { Choices = Enum.GetNames<SensitivityLevel>() },
            new(nameof(KnowledgeAssistantOptions.ExcludeSuspicious), OptionKeyKind.Flag),
            new(nameof(KnowledgeAssistantOptions.StaleAfter), OptionKeyKind.Days),
        ],
    };

    /// <summary>Labels stand as values below their level: a label may hold what no key may.</summary>
    public static string LabelsOf(string level) => $"{nameof(KnowledgeAssistantOptions.Sensitivity)}:{level}";
}
