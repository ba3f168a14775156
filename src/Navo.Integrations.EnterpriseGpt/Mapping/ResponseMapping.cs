using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Api;
using Navo.Integrations.EnterpriseGpt.Api.Wire;

namespace Navo.Integrations.EnterpriseGpt.Mapping;

/// <summary>Requests and answers of the Responses API.</summary>
internal static class ResponseMapping
{
    public static ResponsesRequestDto ToRequest(ModelRequest request, bool isStream) => new()
    {
        Model = request.Model,
        Instructions = request.Instructions.Length == 0 ? null : request.Instructions,
        Input = [.. request.History.Select(ChatMapping.ToMessage), new("user", request.Input)],
        MaxOutputTokens = request.MaxOutputTokens,
        Temperature = request.Temperature,
        Reasoning = request.ReasoningEffort is { } effort ? new(effort) : null,
        Text = request.Schema is { } schema ? new(new(schema.Name, JsonElement.Parse(schema.Schema))) : null,
        Stream = isStream ? true : null,
        PromptCacheKey = request.CacheKey,
        SafetyIdentifier = request.SafetyIdentifier,
    };

    public static ModelAnswer ToAnswer(ResponseDto answer, string? requestId)
    {
        if (answer.Error is { } error)
        {
            throw StreamErrors.Of(error.Code ?? error.Type, error.Message, requestId);
        }

        OutputContentDto[] content =
        [
            .. Required.Member(answer.Output, "output")
                .Where(item => item?.Type == "message")
                .SelectMany(item => item.Content ?? [])
                .Where(part => part is not null),
        ];
        string text = string.Concat(content.Where(part => part.Type == "output_text").Select(part => part.Text));
        string? refusal = content.FirstOrDefault(part => part.Type == "refusal")?.Refusal;
        GenerationOutcome outcome = ToOutcome(answer, refusal);
        return outcome == GenerationOutcome.Completed && !content.Any(part => part.Type == "output_text") ? throw Empty(requestId) : new()
        {
            Text = text,
            Outcome = outcome,
            Refusal = refusal,
            Model = answer.Model,
            Usage = ToUsage(answer.Usage),
            RequestId = requestId,
        };
    }

    /// <summary>An answer that ended well and says nothing is not whole, whatever it claims.</summary>
    public static ProtocolException Empty(string? requestId) => new("The answer ended well but holds no text.") { RequestId = requestId };

    /// <summary>The end of a stream; null for an event that is none.</summary>
    public static ModelAnswer? ToEnd(ResponseEventDto item, string? requestId) => item.Type switch
    {
        "response.completed" or "response.incomplete" or "response.failed" => ToAnswer(Required.Member(item.Response, "response"), requestId),
        "error" => throw StreamErrors.Of(item.Code ?? item.Error?.Code ?? item.Error?.Type, item.Message ?? item.Error?.Message, requestId),
        null => throw new ProtocolException("An event of the stream lacks the member 'type'.") { RequestId = requestId },
        _ => null,
    };

    private static GenerationOutcome ToOutcome(ResponseDto answer, string? refusal) => (answer.Status, answer.IncompleteDetails?.Reason) switch
    {
        ("completed" or null, null) => refusal is null ? GenerationOutcome.Completed : GenerationOutcome.Refused,
        ("incomplete", "max_output_tokens") => GenerationOutcome.CutByTokenLimit,
        ("incomplete", "content_filter") => GenerationOutcome.ContentFiltered,
        ("failed" or "cancelled" or "queued" or "in_progress", _) => throw new UnavailableException($"The model's answer ended as '{answer.Status}'."),
        _ => GenerationOutcome.Unknown,
    };

    private static TokenUsage? ToUsage(ResponseUsageDto? usage) => UsageMapping.Of(
        usage?.InputTokens,
        usage?.InputTokensDetails?.CachedTokens,
        usage?.InputTokensDetails?.CacheWriteTokens,
        usage?.OutputTokens,
        usage?.OutputTokensDetails?.ReasoningTokens);
}
