using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Makes a request ready for the model: what stays the same from call to call comes first, the sources and the question last.</summary>
internal sealed class PromptDesk(IPromptLibrary prompts, TokenCounter tokens, Func<EnterpriseGptOptions> current)
{
    private static readonly Dictionary<string, string> PlainAnswer = new(StringComparer.Ordinal) { ["style"] = "short and factual", ["language"] = "the language of the question" };

    public Prepared Prepare(GenerateRequest request, AccessContext reader)
    {
        Check(request);
        BuiltContext? context = request.Sources.Count == 0
            ? null
            : new ContextBuilder(tokens).Build(request.Sources, request.Prompt, request.ContextTokens ?? current().ContextTokens);
        (string instructions, string version) = InstructionsOf(request);
        ModelCall call = new()
        {
            Operation = EnterpriseGptOperations.GenerateResponse.Name,
            Reader = reader,
            Tenant = request.Tenant,
            Instructions = instructions,
            PromptVersion = version,
            History = request.History,
            Input = context?.Text ?? request.Prompt,
            Model = request.Model,
            MaxTokens = request.MaxTokens,
            Temperature = request.Temperature,
            Schema = request.Format is { } format ? AnswerSchemas.Of(format) : null,
        };
        bool mayBeKept = request.AllowCache && request.History.Count == 0;
        string? sourceKey = mayBeKept && context is not null ? ContextKey.Of(request.Sources) : null;
        return new(call, context?.Sources ?? [], sourceKey, mayBeKept);
    }

    private (string Instructions, string Version) InstructionsOf(GenerateRequest request)
    {
        if (request.Instructions is { } own)
        {
            return (own, string.Empty);
        }

        if (request.Sources.Count == 0)
        {
            return (string.Empty, string.Empty);
        }

        PromptTemplate template = prompts.Get(PromptNames.Answer);
        return (template.RenderKnown(PlainAnswer), template.VersionKey);
    }

    private static void Check(GenerateRequest request)
    {
        Require(request.MaxTokens is null or (>= 1 and <= 1_000_000), "MaxTokens is 1 to 1,000,000.");
        Require(request.Temperature is null or (>= 0 and <= 2), "Temperature is 0 to 2.");
        Require(request.ContextTokens is null or (>= 1 and <= 1_000_000), "ContextTokens is 1 to 1,000,000.");
        Require(request.Model is null || request.Model.Trim().Length is > 0 and <= 200, "Model is a name of 1 to 200 characters.");
        Require(request.History.All(static turn => turn is not null && !string.IsNullOrEmpty(turn.Text)), "Each turn of the history has a text.");
        Require(request.Sources.All(static source => source is not null && source.Id != default), "Each source has an id.");
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds)
        {
            throw new InvalidQueryException(rule);
        }
    }
}
