using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Navo.Integrations.EnterpriseGpt.Mapping;

namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>Any other model behind <see cref="IChatClient"/>. Its retries and credentials are its own.</summary>
internal sealed class ChatClientWire(IChatClient client) : IModelWire
{
    public async Task<ModelAnswer> CompleteAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        request.Mark.Set();
        ChatResponse response = await client.GetResponseAsync(ToMessages(request), ToOptions(request), cancellationToken).ConfigureAwait(false);
        return new()
        {
            Text = response.Text,
            Outcome = ToOutcome(response.FinishReason),
            Model = response.ModelId,
            Usage = ToUsage(response.Usage),
            RequestId = response.ResponseId,
        };
    }

    public async IAsyncEnumerable<ModelDelta> StreamAsync(ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        request.Mark.Set();
        StringBuilder text = new();
        ModelAnswer end = new() { Text = string.Empty, Outcome = GenerationOutcome.Unknown };
        await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(ToMessages(request), ToOptions(request), cancellationToken).ConfigureAwait(false))
        {
            end = end with
            {
                Outcome = update.FinishReason is { } reason ? ToOutcome(reason) : end.Outcome,
                Model = update.ModelId ?? end.Model,
                Usage = update.Contents.OfType<UsageContent>().Select(usage => ToUsage(usage.Details)).LastOrDefault() ?? end.Usage,
                RequestId = update.ResponseId ?? end.RequestId,
            };
            if (update.Text is { Length: > 0 } part)
            {
                text.Append(part);
                yield return new(part);
            }
        }

        yield return new(string.Empty, end with { Text = text.ToString() });
    }

    private static List<ChatMessage> ToMessages(ModelRequest request) =>
    [
        .. request.Instructions.Length == 0 ? [] : new[] { new ChatMessage(ChatRole.System, request.Instructions) },
        .. request.History.Select(turn => new ChatMessage(turn.Role == ConversationRole.User ? ChatRole.User : ChatRole.Assistant, turn.Text)),
        new(ChatRole.User, request.Input),
    ];

    private static ChatOptions ToOptions(ModelRequest request) => new()
    {
        ModelId = request.Model,
        MaxOutputTokens = request.MaxOutputTokens,
        Temperature = (float?)request.Temperature,
        ResponseFormat = request.Schema is { } schema ? ChatResponseFormat.ForJsonSchema(JsonElement.Parse(schema.Schema), schema.Name) : null,
    };

    // A client that gives no reason ended because it was done.
    private static GenerationOutcome ToOutcome(ChatFinishReason? reason) => reason switch
    {
        null => GenerationOutcome.Completed,
        { } r when r == ChatFinishReason.Stop => GenerationOutcome.Completed,
        { } r when r == ChatFinishReason.Length => GenerationOutcome.CutByTokenLimit,
        { } r when r == ChatFinishReason.ContentFilter => GenerationOutcome.ContentFiltered,
        _ => GenerationOutcome.Unknown,
    };

    private static TokenUsage? ToUsage(UsageDetails? usage) =>
        UsageMapping.Of(usage?.InputTokenCount, usage?.CachedInputTokenCount, null, usage?.OutputTokenCount, usage?.ReasoningTokenCount);
}
