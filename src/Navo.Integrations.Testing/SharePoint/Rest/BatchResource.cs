using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.SharePoint.Http;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>Batches: each request is answered as if it came alone, faults included, and the answers come in any order.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/json-batching"/>.</remarks>
internal static class BatchResource
{
    private const int MaxRequests = 20;

    public static GraphAnswer Answer(GraphCall call)
    {
        JsonObject[] steps = [.. (call.ReadBody()["requests"] as JsonArray ?? throw Malformed("requests is missing.")).Select(step => step as JsonObject ?? throw Malformed("A request is no object."))];
        Check(steps);
        Dictionary<string, JsonObject> answers = new(StringComparer.Ordinal);
        foreach (JsonObject step in steps)
        {
            answers[Id(step)] = Run(call, step, answers);
        }

        JsonNode[] shuffled = [.. answers.Values];
        lock (call.Server.Random)
        {
            call.Server.Random.Shuffle(shuffled);
        }

        return GraphAnswer.Ok(new JsonObject { ["responses"] = new JsonArray(shuffled) });
    }

    /// <summary>A batch is refused as a whole for what is malformed in it. A request may only depend on those before it.</summary>
    private static void Check(JsonObject[] steps)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (JsonObject step in steps)
        {
            bool isComplete = step["method"] is JsonValue && step["url"] is JsonValue url && url.GetValue<string>().StartsWith('/');
            bool isTyped = step["body"] is null || (step["headers"] as JsonObject)?.Any(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) is true;
            if (!isComplete || !isTyped || !Dependencies(step).All(seen.Contains) || !seen.Add(Id(step)))
            {
                throw Malformed("A request has no method, no relative url, a body without its type, an unknown dependency or the id of another.");
            }
        }

        if (steps.Length is 0 or > MaxRequests)
        {
            throw Malformed("A batch holds 1 to 20 requests.");
        }
    }

    private static JsonObject Run(GraphCall call, JsonObject step, Dictionary<string, JsonObject> earlier)
    {
        GraphRequest request = GraphRequest.Of(
            step["method"]!.GetValue<string>(),
            step["url"]!.GetValue<string>(),
            (step["headers"] as JsonObject ?? []).Select(header => KeyValuePair.Create(header.Key, header.Value?.ToString() ?? string.Empty)),
            step["body"]?.ToJsonString() ?? string.Empty);
        bool isHeldBack = Dependencies(step).Any(id => earlier[id]["status"]!.GetValue<int>() >= 400);
        GraphAnswer answer = isHeldBack ? Failed(call, 424, "failedDependency")
            : call.Server.Faults.Next(request.Method, $"$batch{step["url"]}") is StatusFault fault ? Struck(call, fault)
            : call.Server.Run(call.Caller, request);
        return new()
        {
            ["id"] = Id(step),
            ["status"] = answer.Status,
            ["headers"] = new JsonObject(answer.Headers.Append(KeyValuePair.Create("Content-Type", "application/json")).Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
            ["body"] = answer.Body?.DeepClone(),
        };
    }

    private static GraphAnswer Struck(GraphCall call, StatusFault fault) => fault.Body.Length > 0
        ? new(fault.StatusCode, JsonNode.Parse(fault.Body)) { Headers = new(fault.Headers) }
        : Failed(call, fault.StatusCode, "activityLimitReached") with { Headers = new(fault.Headers) };

    private static GraphAnswer Failed(GraphCall call, int status, string code) => new GraphError(status, code, "The request was not carried out.").ToAnswer(call.Server.Time.GetUtcNow(), "batch", "batch");

    private static string Id(JsonObject step) => step["id"] is JsonValue id ? id.ToString() : throw Malformed("A request has no id.");

    private static IEnumerable<string> Dependencies(JsonObject step) => (step["dependsOn"] as JsonArray ?? []).Select(id => id!.ToString());

    private static GraphError Malformed(string message) => new(400, "BadRequest", message);
}
