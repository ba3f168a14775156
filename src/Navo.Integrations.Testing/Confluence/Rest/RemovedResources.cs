using Navo.Integrations.Testing.Confluence.Http;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>The v1 endpoints that Cloud has removed: they answer 410, so that a client which still calls them shows.</summary>
internal static class RemovedResources
{
    private static readonly string[] Paths =
    [
        "/content", "/content/{id}", "/content/{id}/child", "/content/{id}/child/{type}", "/content/{id}/history", "/content/{id}/label",
        "/content/{id}/version", "/space", "/space/{key}", "/space/{key}/content", "/space/{key}/content/{type}",
    ];

    public static void Map(RouteMap map)
    {
        foreach (var path in Paths)
        {
            map.Get(path, _ => throw ApiErrorException.Gone());
        }
    }
}
