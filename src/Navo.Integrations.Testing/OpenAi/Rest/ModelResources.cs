using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>The models that are not shut down.</summary>
internal static class ModelResources
{
    public static JsonObject All(OpenAiCall call) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. call.Organization.Models.Where(m => !call.Server.IsGone(m)).Select(Json)]),
    };

    public static JsonObject One(OpenAiCall call, string id) => Json(call.Server.Model(id));

    private static JsonObject Json(OpenAiModel model) => new()
    {
        ["id"] = model.Id,
        ["object"] = "model",
        ["created"] = model.Created.ToUnixTimeSeconds(),
        ["owned_by"] = "system",
        ["shutdown_date"] = model.ShutdownDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
