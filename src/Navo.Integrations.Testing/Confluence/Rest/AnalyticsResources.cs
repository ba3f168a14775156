using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>The views of a content, which Cloud counts.</summary>
internal static class AnalyticsResources
{
    public static void Map(RouteMap api) =>
        api.Get("/analytics/content/{id}/views", call =>
        {
            var content = call.Content();
            return Answer.Ok(new JsonObject { ["id"] = content.Id, ["count"] = content.Views });
        });
}
