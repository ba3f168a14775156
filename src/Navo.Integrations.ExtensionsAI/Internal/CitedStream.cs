using Microsoft.Extensions.AI;

namespace Navo.Integrations.ExtensionsAI.Internal;

/// <summary>An answer on its way to the caller: its texts made of whole sentences, all else as it came, in the same order.</summary>
internal sealed class CitedStream(GatheredKnowledge knowledge)
{
    private readonly CitedText _text = new(knowledge.Passages);
    private ChatResponseUpdate? _last;

    /// <summary>An update with what is decided by it. What a message or the answer leaves comes before the next.</summary>
    public ChatResponseUpdate Next(ChatResponseUpdate update)
    {
        List<AIContent> contents = _last is not null && update.MessageId is not null && update.MessageId != _last.MessageId ? [.. Rest()] : [];
        contents.AddRange(update.Contents.SelectMany(Contents));
        if (update.FinishReason is not null)
        {
            contents.AddRange(Rest());
        }

        _last = update.Clone();
        ChatResponseUpdate next = update.Clone(); // whoever gave the update may keep it
        next.Contents = contents;
        return next;
    }

    /// <summary>The last update of all.</summary>
    public ChatResponseUpdate? End()
    {
        List<AIContent> rest = [.. Rest()];
        if (rest.Count == 0 && knowledge.Missing.Count == 0)
        {
            return null;
        }

        return new(ChatRole.Assistant, rest)
        {
            MessageId = _last?.MessageId,
            ResponseId = _last?.ResponseId,
            ModelId = _last?.ModelId,
            AdditionalProperties = knowledge.Missing.Count == 0 ? null : new() { [KnowledgeChatOptions.MissingSources] = knowledge.Missing.ToArray() },
        };
    }

    private IEnumerable<AIContent> Contents(AIContent content) => content switch
    {
        TextContent text => Present(_text.Add(text.Text)),
        UsageContent => [content],
        _ => [.. Rest(), content],
    };

    private IEnumerable<AIContent> Rest() => Present(_text.Finish());

    private static IEnumerable<AIContent> Present(TextContent? content) => content is null ? [] : [content];
}
