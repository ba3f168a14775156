using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Navo.Integrations.Testing.Confluence.Rest;
using Navo.Integrations.Testing.Confluence.RestV2;

namespace Navo.Integrations.Testing.Confluence.Http;

/// <summary>Lays out all paths of an edition.</summary>
internal static class SimulatorRoutes
{
    private const string V1 = "/rest/api";
    private const string V2 = "/api/v2";

    public static void Map(IEndpointRouteBuilder endpoints, RequestPipeline pipeline, SimulatorContext simulator)
    {
        if (simulator.Edition is ConfluenceEdition.DataCenter)
        {
            MapDataCenter(endpoints, pipeline);
        }
        else
        {
            MapCloud(endpoints, pipeline, simulator);
        }

        endpoints.MapFallback(http => RequestPipeline.WriteAsync(http, ApiErrors.Of(
            ApiErrorException.NotFound("null for uri: " + http.Request.Path), IsV2(http) ? ApiFlavor.V2 : ApiFlavor.V1)));
    }

    private static void MapCloud(IEndpointRouteBuilder endpoints, RequestPipeline pipeline, SimulatorContext simulator)
    {
        endpoints.MapMethods("/_edge/tenant_info", ["GET"], (RequestDelegate)(http =>
            RequestPipeline.WriteAsync(http, Answer.Ok(new JsonObject { ["cloudId"] = simulator.Site.CloudId }))));
        new OAuthResources(simulator).Map(endpoints);
        string[] roots = [SimulatorContext.CloudContextPath, simulator.GatewayPath + SimulatorContext.CloudContextPath];
        var v1 = new RouteMap(endpoints, pipeline, ApiFlavor.V1, [.. roots.Select(r => r + V1)]);
        SearchResources.Map(v1);
        UserResources.Map(v1, cloud: true);
        GroupResources.MapCloud(v1);
        PermissionResources.Map(v1);
        RestrictionResources.Map(v1, cloud: true);
        SystemResources.MapCloud(v1);
        AnalyticsResources.Map(v1);
        AttachmentResources.MapRedirect(v1);
        RemovedResources.Map(v1);
        AttachmentResources.MapMedia(endpoints, simulator);
        var v2 = new RouteMap(endpoints, pipeline, ApiFlavor.V2, [.. roots.Select(r => r + V2)]);
        PageResources.Map(v2);
        PageChildResources.Map(v2);
        SpaceResources.Map(v2);
        RoleResources.Map(v2);
        BulkResources.Map(v2);
    }

    private static void MapDataCenter(IEndpointRouteBuilder endpoints, RequestPipeline pipeline)
    {
        var api = new RouteMap(endpoints, pipeline, ApiFlavor.V1, SimulatorContext.DataCenterContextPath + V1);
        SearchResources.Map(api);
        UserResources.Map(api, cloud: false);
        GroupResources.MapDataCenter(api);
        RestrictionResources.Map(api, cloud: false);
        SystemResources.MapDataCenter(api);
        DataCenter.ContentResources.Map(api);
        DataCenter.SpaceResources.Map(api);
        DataCenter.WebhookResources.Map(api);
        AttachmentResources.MapBytes(new RouteMap(endpoints, pipeline, ApiFlavor.V1, SimulatorContext.DataCenterContextPath));
    }

    private static bool IsV2(HttpContext http) => http.Request.Path.Value?.Contains(V2, StringComparison.Ordinal) is true;
}
