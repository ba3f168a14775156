using System.Text.RegularExpressions;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>What a model's name tells where the data file does not know it: families and not single names, for new ones come every few weeks.</summary>
internal static partial class ModelFamilies
{
    /// <summary>Whether a model thinks before it answers: hidden tokens count against its limit, and it takes no temperature.</summary>
    /// <remarks><see href="https://platform.openai.com/docs/guides/reasoning"/>.</remarks>
    public static bool IsReasoning(string model) => Reasoning().IsMatch(model) && !model.Contains("-chat", StringComparison.Ordinal);

    [GeneratedRegex("^(ft:)?(o[0-9]|gpt-([5-9]|[1-9][0-9]))", RegexOptions.NonBacktracking)]
    private static partial Regex Reasoning();
}
