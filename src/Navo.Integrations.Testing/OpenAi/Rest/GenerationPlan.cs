using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>What a model will say: a scripted answer or one built from the prompt, cut to the limit.</summary>
/// <param name="Tokens">The tokens of the text.</param>
/// <param name="ReasoningTokens">How many tokens it thinks before.</param>
/// <param name="IsRefusal">Whether the text is a refusal.</param>
/// <param name="IncompleteReason">Why it ends early; null if it doesn't.</param>
internal sealed record GenerationPlan(IReadOnlyList<string> Tokens, int ReasoningTokens, bool IsRefusal, string? IncompleteReason)
{
    private const string LimitReached = "max_output_tokens";

    public static GenerationPlan Of(GenerationOrder order, OpenAiScriptedAnswer? scripted)
    {
        string text = scripted?.Refusal ?? scripted?.Text ?? Build(order);
        List<string> tokens = Model.Tokens.Split(scripted?.IsHalf is true ? text[..(text.Length / 2)] : text);
        int wanted = ReasoningRules.TokensOf(order.Effort);
        int thoughts = Math.Min(wanted, order.MaxOutput ?? wanted);
        int room = (order.MaxOutput ?? int.MaxValue) - thoughts;
        bool isCut = tokens.Count > room;
        return new(isCut ? tokens[..room] : tokens, thoughts, scripted?.Refusal is not null, scripted?.IncompleteReason ?? (isCut ? LimitReached : null));
    }

    private static string Build(GenerationOrder order)
    {
        if (order.Format.Schema is { } schema)
        {
            return new SchemaWalker(schema, new(order.Messages)).Make()?.ToJsonString() ?? "null";
        }

        string answer = AnswerBuilder.Build(order.Messages);
        return order.Format.IsJson ? new JsonObject { ["answer"] = answer }.ToJsonString() : answer;
    }
}
