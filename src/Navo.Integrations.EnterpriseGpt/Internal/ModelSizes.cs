using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Tokens of questions, and whether they fit a model's window.</summary>
internal sealed class ModelSizes(TokenCounter tokens, ModelTraits traits)
{
    /// <summary>The least bound that the API takes.</summary>
    public const int LeastOutput = 16;

    private readonly TokenMemo _steady = new(tokens);

    public int Count(string text) => tokens.Count(text);

    public PromptSize InputOf(ModelCall call) => new(call, CountOf);

    /// <summary>The bound on the answer that leaves room for the prompt; unchanged where the window is not known.</summary>
    /// <exception cref="InvalidQueryException">The prompt alone fills the window.</exception>
    public int FitToWindow(string model, PromptSize input, int output)
    {
        int bound = Math.Max(LeastOutput, Math.Min(output, traits.MaxOutputOf(model) ?? int.MaxValue));
        if (traits.WindowOf(model) is not { } window || input.Most + bound <= window)
        {
            return bound;
        }

        return window - input.Tokens >= LeastOutput
            ? Math.Min(bound, window - input.Tokens)
            : throw new InvalidQueryException($"The prompt has about {input.Tokens} tokens; the model takes {window} with its answer.")
            {
                ErrorCode = "context_length_exceeded",
                Remedy = "Shorten the prompt, give fewer sources or summarize them before.",
            };
    }

    private int CountOf(ModelCall call) =>
        TokenCounter.MessageOverhead + (call.Instructions.Length == 0 ? 0 : TokenCounter.MessageOverhead + _steady.Count(call.Instructions))
        + call.History.Sum(turn => tokens.CountMessage(turn.Text))
        + tokens.CountMessage(call.Input)
        + (call.Schema is { } schema ? _steady.Count(schema.Schema.ToString()) : 0);
}
