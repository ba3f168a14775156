using System.Text;
using Navo.Integrations.EnterpriseGpt.Api.Wire;
using Navo.Integrations.EnterpriseGpt.Mapping;

namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>Gathers the chunks of one streamed completion. The usage comes last, after the reason for which the text ended.</summary>
internal sealed class ChatStream(string? requestId)
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _refusal = new();
    private string? _model;
    private string? _finishReason;
    private TokenUsage? _usage;
    private bool _hasContent;

    /// <summary>Takes a chunk.</summary>
    /// <returns>Its text; null where it has none.</returns>
    public string? Add(ChatCompletionDto chunk)
    {
        if (chunk.Error is { } error)
        {
            throw StreamErrors.Of(error.Code ?? error.Type, error.Message, requestId);
        }

        _model ??= chunk.Model;
        _usage = ChatMapping.ToUsage(chunk.Usage) ?? _usage;
        if (chunk.Choices is not [{ } choice, ..])
        {
            return null;
        }

        _finishReason = choice.FinishReason ?? _finishReason;
        _refusal.Append(choice.Delta?.Refusal);
        string? text = choice.Delta?.Content;
        _hasContent |= text is not null;
        _text.Append(text);
        return text;
    }

    public ModelAnswer ToAnswer()
    {
        string? refusal = _refusal.Length > 0 ? _refusal.ToString() : null;
        GenerationOutcome outcome = ChatMapping.ToOutcome(_finishReason ?? throw StreamErrors.EndedEarly(), refusal);
        return outcome == GenerationOutcome.Completed && !_hasContent ? throw ResponseMapping.Empty(requestId) : new()
        {
            Text = _text.ToString(),
            Outcome = outcome,
            Refusal = refusal,
            Model = _model,
            Usage = _usage,
            RequestId = requestId,
        };
    }
}
