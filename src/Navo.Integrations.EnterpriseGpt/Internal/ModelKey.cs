using System.Globalization;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>What of the options an answer of the model depends on: the one rule for every answer that may be kept, so that none survives a change of them.</summary>
internal static class ModelKey
{
    /// <param name="options">The options in force.</param>
    /// <param name="call">What a request says in their place; null where it says nothing.</param>
    public static string?[] Of(EnterpriseGptOptions options, ModelCall? call = null) =>
    [
        call?.Model ?? options.Model,
        string.Join('\n', options.FallbackModels),
        options.Api.ToString(),
        options.ReasoningEffort,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{call?.MaxTokens ?? options.MaxTokens} {options.ReasoningTokens} {call?.Temperature ?? options.Temperature} {options.ContextTokens} {options.Moderation} {options.ModerationModel}"),
    ];
}
