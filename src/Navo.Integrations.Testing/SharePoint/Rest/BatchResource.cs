using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.SharePoint.Http;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>Batches: each request is answered as if it came alone, faults included, and the answers come in any order.</summary>
internal static class BatchResource
{
    private const int MaxRequests = 20;

    public static GraphAnswer Answer(GraphCall call)
    {
        JsonArray requests = call.ReadBody()["requests"] as JsonArray ?? throw GraphError.Invalid("requests is missing.");
        string[] ids = [.. requests.Select(request => request?["id"]?.GetValue<string>() ?? throw GraphError.Invalid("A request has no id."))];
        if (requests.Count > MaxRequests || ids.Distinct().Count() < ids.Length)
        {
            throw GraphError.Invalid("A batch holds at most 20 requests with ids of their own.");
        }

        JsonNode[] answers = [.. requests.Select(request => Step(call, request!.AsObject()))];
        call.Server.Random.Shuffle(answers);
        return GraphAnswer.Ok(new JsonObject { ["responses"] = new JsonArray(answers) });
    }

    private static JsonNode Step(GraphCall call, JsonObject request)
    {
        string method = request["method"]!.GetValue<string>();
        string url = request["url"]!.GetValue<string>();
        string[] parts = url.Split('?', 2);
        GraphAnswer answer = call.Server.Faults.Next(method, $"$batch{url}") is StatusFault fault
            ? new(fault.StatusCode, GraphError.Body("activityLimitReached", "Throttled.", call.Tenant.TimeProvider.GetUtcNow(), "batch")) { Headers = new(fault.Headers) }
            : call.Server.Run(call.Caller, method, parts[0], parts.Length > 1 ? GraphServer.FormOf(parts[1]) : new Dictionary<string, string>(), request["body"]?.ToJsonString() ?? string.Empty);
        return new JsonObject
        {
            ["id"] = request["id"]!.GetValue<string>(),
            ["status"] = answer.Status,
            ["headers"] = new JsonObject(answer.Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
            ["body"] = answer.Body?.DeepClone(),
        };
    }
}
