using Navo.Integrations.Testing.OpenAi.Http;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>What models that think take, and what the others don't.</summary>
internal static class ReasoningRules
{
    public const string None = "none";

    private static readonly Dictionary<string, int> Thoughts = new(StringComparer.Ordinal)
    {
        [None] = 0, ["minimal"] = 32, ["low"] = 64, ["medium"] = 192, ["high"] = 512, ["xhigh"] = 1024, ["max"] = 2048,
    };

    /// <summary>How many tokens a model thinks with an effort.</summary>
    public static int TokensOf(string effort) => Thoughts[effort];

    /// <summary>The effort with which a model thinks.</summary>
    public static string Effort(OpenAiModel model, string? asked, string param) =>
        asked is not null && !Thoughts.ContainsKey(asked) ? throw OpenAiError.InvalidValue(param, asked, Thoughts.Keys)
        : model.IsReasoning ? asked ?? model.DefaultEffort
        : None;

    /// <summary>Refuses temperature and top_p where the model thinks. Chat lets the value pass that is the default anyway.</summary>
    public static void CheckSampling(OpenAiModel model, string effort, RequestBody body, bool isChat)
    {
        double? temperature = body.Number("temperature", 0, 2);
        double? share = body.Number("top_p", 0, 1);
        if (!model.IsReasoning || effort == None)
        {
            return;
        }

        if (isChat && temperature is { } asked and not 1)
        {
            throw new OpenAiError(
                400,
                FormattableString.Invariant($"Unsupported value: 'temperature' does not support {asked} with this model. Only the default (1) value is supported."),
                "temperature",
                "unsupported_value");
        }

        if ((temperature is not null && !isChat) || (share is not null && !(isChat && share is 1)))
        {
            throw OpenAiError.Unsupported(temperature is not null && !isChat ? "temperature" : "top_p");
        }
    }
}
