using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Api;
using Navo.Integrations.EnterpriseGpt.Api.Wire;

namespace Navo.Integrations.EnterpriseGpt.Mapping;

/// <summary>Requests and answers of chat completions.</summary>
internal static class ChatMapping
{
    public static ChatRequestDto ToRequest(ModelRequest request, bool isStream) => new()
    {
        Model = request.Model,
        Messages =
        [
            .. request.Instructions.Length == 0 ? [] : new MessageDto[] { new("system", request.Instructions) },
            .. request.History.Select(ToMessage),
            new("user", request.Input),
        ],
        MaxCompletionTokens = request.MaxOutputTokens,
        Temperature = request.Temperature,
        ReasoningEffort = request.ReasoningEffort,
        ResponseFormat = request.Schema is { } schema ? new(new(schema.Name, JsonElement.Parse(schema.Schema))) : null,
        Stream = isStream ? true : null,
        StreamOptions = isStream ? new(IncludeUsage: true) : null,
        PromptCacheKey = request.CacheKey,
        SafetyIdentifier = request.SafetyIdentifier,
    };

    public static MessageDto ToMessage(ConversationTurn turn) => new(turn.Role == ConversationRole.User ? "user" : "assistant", turn.Text);

    public static ModelAnswer ToAnswer(ChatCompletionDto answer, string? requestId)
    {
        ChatChoiceDto choice = Required.Member(answer.Choices, "choices") is [{ } first, ..]
            ? first
            : throw new ProtocolException("The answer holds no choice.") { RequestId = requestId };
        ChatMessageDto message = Required.Member(choice.Message, "message");
        GenerationOutcome outcome = ToOutcome(choice.FinishReason, message.Refusal);
        return outcome == GenerationOutcome.Completed && message.Content is null ? throw ResponseMapping.Empty(requestId) : new()
        {
            Text = message.Content ?? string.Empty,
            Outcome = outcome,
            Refusal = message.Refusal,
            Model = answer.Model,
            Usage = ToUsage(answer.Usage),
            RequestId = requestId,
        };
    }

    public static GenerationOutcome ToOutcome(string? finishReason, string? refusal) => finishReason switch
    {
        "stop" => refusal is null ? GenerationOutcome.Completed : GenerationOutcome.Refused,
        "length" => GenerationOutcome.CutByTokenLimit,
        "content_filter" => GenerationOutcome.ContentFiltered,
        _ => GenerationOutcome.Unknown,
    };

    public static TokenUsage? ToUsage(ChatUsageDto? usage) => UsageMapping.Of(
        usage?.PromptTokens,
        usage?.PromptTokensDetails?.CachedTokens,
        usage?.PromptTokensDetails?.CacheWriteTokens,
        usage?.CompletionTokens,
        usage?.CompletionTokensDetails?.ReasoningTokens);
}
