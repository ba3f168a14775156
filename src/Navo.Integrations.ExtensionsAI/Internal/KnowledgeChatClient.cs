using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.ExtensionsAI.Internal;

/// <summary>A chat client with the company's knowledge before its model.</summary>
internal sealed class KnowledgeChatClient(IChatClient inner, KnowledgeGathering gathering, Func<ChatOptions?, CancellationToken, ValueTask<AccessContext?>> reader) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ChatMessage[] all = [.. messages];
        GatheredKnowledge knowledge = await GatherAsync(all, options, cancellationToken).ConfigureAwait(false);
        ChatResponse response = await base.GetResponseAsync(Messages(all, knowledge), Options(options, knowledge), cancellationToken).ConfigureAwait(false);
        foreach (ChatMessage message in IsForPrograms(options) ? [] : response.Messages)
        {
            message.Contents = CitedText.Whole(knowledge.Passages, message.Contents);
        }

        if (knowledge.Missing.Count > 0)
        {
            (response.AdditionalProperties ??= [])[KnowledgeChatOptions.MissingSources] = knowledge.Missing.ToArray();
        }

        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ChatMessage[] all = [.. messages];
        GatheredKnowledge knowledge = await GatherAsync(all, options, cancellationToken).ConfigureAwait(false);
        CitedStream stream = new(knowledge);
        await foreach (ChatResponseUpdate update in base.GetStreamingResponseAsync(Messages(all, knowledge), Options(options, knowledge), cancellationToken).ConfigureAwait(false))
        {
            yield return IsForPrograms(options) ? update : stream.Next(update);
        }

        if (stream.End() is { } end)
        {
            yield return end;
        }
    }

    private async Task<GatheredKnowledge> GatherAsync(ChatMessage[] messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        AccessContext known = Required.Known(await reader(options, cancellationToken).ConfigureAwait(false));
        string question = messages.LastOrDefault(IsQuestion)?.Text.Trim() ?? throw new InvalidQueryException("There is no message of the user to search for.");
        return await gathering.GatherAsync(question, known, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>JSON is not prose: what looks like a marker there may be a list, so such answers are handed on as they come, without citations.</summary>
    private static bool IsForPrograms(ChatOptions? options) => options?.ResponseFormat is ChatResponseFormatJson;

    private static bool IsQuestion(ChatMessage message) => message.Role == ChatRole.User && !string.IsNullOrWhiteSpace(message.Text);

    /// <summary>The messages with the passages before the question, which stays as it is. The caller's own are not touched.</summary>
    private static ChatMessage[] Messages(ChatMessage[] messages, GatheredKnowledge knowledge)
    {
        int last = Array.FindLastIndex(messages, IsQuestion);
        ChatMessage question = messages[last].Clone();
        question.Contents = [new TextContent($"{knowledge.Context}\n\n"), .. question.Contents];
        return [.. messages[..last].Select(WithoutMarkers), question, .. messages[(last + 1)..].Select(WithoutMarkers)];
    }

    /// <summary>An earlier answer without its markers: their numbers were given to other passages.</summary>
    private static ChatMessage WithoutMarkers(ChatMessage message)
    {
        if (message.Role != ChatRole.Assistant)
        {
            return message;
        }

        ChatMessage plain = message.Clone();
        plain.Contents = [.. message.Contents.Select(static content => content is TextContent text ? new TextContent(MarkerReader.Replace(text.Text, static _ => string.Empty)) : content)];
        return plain;
    }

    private static ChatOptions Options(ChatOptions? options, GatheredKnowledge knowledge)
    {
        ChatOptions told = options?.Clone() ?? new();
        told.Instructions = string.IsNullOrWhiteSpace(told.Instructions) ? knowledge.Instructions : $"{told.Instructions}\n\n{knowledge.Instructions}";
        return told;
    }
}
