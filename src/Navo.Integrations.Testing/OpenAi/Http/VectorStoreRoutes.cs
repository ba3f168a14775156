using Navo.Integrations.Testing.OpenAi.Rest;

namespace Navo.Integrations.Testing.OpenAi.Http;

/// <summary>Which resource answers which path below vector_stores.</summary>
internal static class VectorStoreRoutes
{
    public static Task AnswerAsync(OpenAiCall call) => call.SendAsync((call.Http.Request.Method, call.Segments) switch
    {
        ("GET", [_]) => VectorStoreResources.All(call),
        ("POST", [_]) => VectorStoreResources.Create(call),
        ("GET", [_, var store]) => VectorStoreResources.One(call, store),
        ("POST", [_, var store]) => VectorStoreResources.Update(call, store),
        ("DELETE", [_, var store]) => VectorStoreResources.Delete(call, store),
        ("POST", [_, var store, "search"]) => StoreSearchResource.Search(call, store),
        ("GET", [_, var store, "files"]) => StoreFileResources.All(call, store),
        ("POST", [_, var store, "files"]) => StoreFileResources.Attach(call, store),
        ("GET", [_, var store, "files", var file]) => StoreFileResources.One(call, store, file),
        ("POST", [_, var store, "files", var file]) => StoreFileResources.Update(call, store, file),
        ("DELETE", [_, var store, "files", var file]) => StoreFileResources.Detach(call, store, file),
        ("GET", [_, var store, "files", var file, "content"]) => StoreFileResources.Content(call, store, file),
        var (method, _) => throw OpenAiError.UnknownUrl(method, call.Http.Request.Path),
    });
}
