using System.Globalization;
using System.Text;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>How much of an item a model may be given.</summary>
internal static class SensitivityRules
{
    /// <summary>The strictest level of the labels that are mapped; the default where none is.</summary>
    /// <param name="labels">The labels; null where they could not be read, which allows nothing as soon as there is a rule.</param>
    /// <param name="options">The rules.</param>
    public static SensitivityLevel Of(IReadOnlyList<string>? labels, KnowledgeAssistantOptions options)
    {
        if (labels is null)
        {
            return options.Sensitivity.Count > 0 ? SensitivityLevel.Never : options.DefaultSensitivity;
        }

        HashSet<string> own = [.. labels.Select(Normal)];
        SensitivityLevel[] levels = [.. options.Sensitivity.Where(rule => own.Contains(Normal(rule.Key))).Select(static rule => rule.Value)];
        return levels.Length > 0 ? levels.Max() : options.DefaultSensitivity;
    }

    /// <summary>A label as it is compared: whatever looks the same is the same, for a rule that misses its label fails open.</summary>
    public static string Normal(string? label)
    {
        StringBuilder text = new();
        foreach (Rune rune in (label ?? string.Empty).EnumerateRunes()) // lone surrogates, which can't be normalized, become U+FFFD
        {
            text.Append(Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format ? string.Empty : rune.ToString());
        }

        string[] words = text.ToString().Normalize(NormalizationForm.FormKC).ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words);
    }
}
