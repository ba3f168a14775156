using Microsoft.Extensions.AI;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Mapping;

/// <summary>Messages and options of Microsoft.Extensions.AI.</summary>
internal static class ChatMessageMapping
{
    public static GenerateRequest ToRequest(IEnumerable<ChatMessage> messages, ChatOptions? options, string? tenant)
    {
        ArgumentNullException.ThrowIfNull(messages);
        Refuse(options);
        ChatMessage[] all = [.. messages];
        ChatMessage[] turns = [.. all.Where(message => message.Role != ChatRole.System)];
        if (turns.Length == 0 || turns[^1].Role != ChatRole.User)
        {
            throw new InvalidQueryException("The last message must be the user's.");
        }

        string instructions = string.Join("\n\n", new[] { options?.Instructions }.Concat(all.Where(message => message.Role == ChatRole.System).Select(TextOf)).Where(text => !string.IsNullOrWhiteSpace(text)));
        return new(TextOf(turns[^1]))
        {
            Instructions = instructions,
            History = [.. turns[..^1].Select(ToTurn)],
            Model = options?.ModelId,
            MaxTokens = options?.MaxOutputTokens,
            Temperature = options?.Temperature,
            Tenant = tenant,
            Format = options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } json ? new(json.SchemaName ?? "answer", schema.GetRawText()) : null,
        };
    }

    public static ChatResponse ToResponse(GeneratedResponse response) => new(new ChatMessage(ChatRole.Assistant, TextOf(response)))
    {
        ModelId = response.Model,
        ResponseId = response.RequestId,
        FinishReason = ToReason(response.Outcome),
        Usage = ToUsage(response),
        RawRepresentation = response,
    };

    public static ChatResponseUpdate ToEnd(GeneratedResponse response) => new(
        ChatRole.Assistant,
        [.. response is { Outcome: GenerationOutcome.Refused, Refusal: { } refusal } ? [new TextContent(refusal)] : Array.Empty<AIContent>(), new UsageContent(ToUsage(response))])
    {
        ModelId = response.Model,
        FinishReason = ToReason(response.Outcome),
        RawRepresentation = response,
    };

    private static ConversationTurn ToTurn(ChatMessage message) => message.Role == ChatRole.User ? new(ConversationRole.User, TextOf(message))
        : message.Role == ChatRole.Assistant ? new(ConversationRole.Assistant, TextOf(message))
        : throw new InvalidQueryException("Messages are the system's, the user's or the assistant's; there are no tools.");

    private static string TextOf(ChatMessage message) => message.Contents.All(static content => content is TextContent)
        ? message.Text
        : throw new InvalidQueryException("Messages hold text only.");

    private static string TextOf(GeneratedResponse response) => response.Outcome == GenerationOutcome.Refused ? response.Refusal ?? string.Empty : response.Text;

    private static void Refuse(ChatOptions? options)
    {
        string? what = options switch
        {
            null => null,
            { Tools.Count: > 0 } => "tools",
            { ConversationId: not null } => "conversations that the vendor stores",
            { StopSequences.Count: > 0 } => "stop sequences",
            { TopP: not null } or { TopK: not null } or { Seed: not null } or { FrequencyPenalty: not null } or { PresencePenalty: not null } => "other settings of chance than the temperature",
            { Reasoning: not null } => "reasoning settings; they are the options' ReasoningEffort",
            { RawRepresentationFactory: not null } => "requests of another library",
            { ContinuationToken: not null } or { AllowBackgroundResponses: true } => "answers in the background",
            { ResponseFormat: ChatResponseFormatJson { Schema: null } } => "JSON without a schema",
            _ => null,
        };
        if (what is not null)
        {
            throw new InvalidQueryException($"Enterprise GPT as a chat client takes no {what}.");
        }
    }

    private static ChatFinishReason? ToReason(GenerationOutcome outcome) => outcome switch
    {
        GenerationOutcome.Completed or GenerationOutcome.Refused => ChatFinishReason.Stop,
        GenerationOutcome.CutByTokenLimit or GenerationOutcome.CutByBudget => ChatFinishReason.Length,
        GenerationOutcome.ContentFiltered => ChatFinishReason.ContentFilter,
        _ => null,
    };

    private static UsageDetails ToUsage(GeneratedResponse response) => new()
    {
        InputTokenCount = response.Usage.Input,
        OutputTokenCount = response.Usage.Output,
        TotalTokenCount = response.Usage.Input + response.Usage.Output,
        CachedInputTokenCount = response.Usage.CachedInput,
        ReasoningTokenCount = response.Usage.Reasoning,
    };
}
