using Microsoft.Extensions.Configuration;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Configuration;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Reads the section <c>KnowledgeAssistant</c> into options.</summary>
internal static class KnowledgeAssistantSettings
{
    /// <exception cref="ConfigurationException">A key is unknown or cannot be read, or a label stands below two levels.</exception>
    public static void Bind(IConfiguration configuration, KnowledgeAssistantOptions options)
    {
        IConfiguration section = IntegrationConfiguration.GetSection(configuration, KnowledgeAssistantSchema.Instance);
        WithoutLabels(section).Bind(options);
        Dictionary<string, SensitivityLevel> labels = new(StringComparer.OrdinalIgnoreCase);
        foreach (SensitivityLevel level in Enum.GetValues<SensitivityLevel>())
        {
            foreach (string label in section.GetSection(KnowledgeAssistantSchema.LabelsOf(level.ToString())).GetChildren().Select(static item => item.Value!.Trim()))
            {
                options.Sensitivity[label] = labels.TryAdd(label, level) || labels[label] == level ? level : throw Twice(labels[label], level);
            }
        }
    }

    private static IConfiguration WithoutLabels(IConfiguration section) =>
        new ConfigurationBuilder().AddInMemoryCollection(section.AsEnumerable().Where(static pair => !pair.Key.StartsWith(nameof(KnowledgeAssistantOptions.Sensitivity), StringComparison.Ordinal))).Build();

    private static ConfigurationException Twice(SensitivityLevel one, SensitivityLevel other)
    {
        string key = $"Navo:Integrations:KnowledgeAssistant:{KnowledgeAssistantSchema.LabelsOf(other.ToString())}";
        return new($"'{key}' names a label that stands below {one} too.") { Key = key, Remedy = "Keep each label below one level." };
    }
}
