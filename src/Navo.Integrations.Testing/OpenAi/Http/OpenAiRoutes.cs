using Navo.Integrations.Testing.OpenAi.Rest;

namespace Navo.Integrations.Testing.OpenAi.Http;

/// <summary>Which resource answers which path.</summary>
internal static class OpenAiRoutes
{
    public static Task AnswerAsync(OpenAiCall call) => (call.Http.Request.Method, call.Segments) switch
    {
        ("POST", ["responses"]) => ResponseResource.CreateAsync(call),
        ("POST", ["responses", "input_tokens"]) => call.SendAsync(ResponseResource.CountTokens(call)),
        ("GET", ["responses", var id]) => call.SendAsync(ResponseResource.Get(call, id)),
        ("DELETE", ["responses", var id]) => call.SendAsync(ResponseResource.Delete(call, id)),
        ("POST", ["chat", "completions"]) => ChatResource.CreateAsync(call),
        ("GET", ["models"]) => call.SendAsync(ModelResources.All(call)),
        ("GET", ["models", var id]) => call.SendAsync(ModelResources.One(call, id)),
        ("POST", ["embeddings"]) => call.SendAsync(EmbeddingResource.Create(call)),
        ("POST", ["moderations"]) => call.SendAsync(ModerationResource.Create(call)),
        (_, ["files", ..]) => FileResources.AnswerAsync(call),
        (_, ["vector_stores", ..]) => VectorStoreRoutes.AnswerAsync(call),
        ("GET", ["organization", "usage", var kind]) => call.SendAsync(UsageResource.Get(call, kind)),
        ("GET", ["organization", "costs"]) => call.SendAsync(CostResource.Get(call)),
        ("GET", ["organization", "projects", var project, "data_retention"]) => call.SendAsync(ProjectResources.DataRetention(call, project)),
        ("GET", ["organization", "projects", var project, "rate_limits"]) => call.SendAsync(ProjectResources.RateLimits(call, project)),
        var (method, _) => throw OpenAiError.UnknownUrl(method, call.Http.Request.Path),
    };
}
