using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.RestV2;

/// <summary>What stands in the content tree beside pages.</summary>
internal static class NodeResources
{
    public static void Map(RouteMap map)
    {
        Map(map, "/folders/{id}", SimulatedContentType.Folder);
        Map(map, "/whiteboards/{id}", SimulatedContentType.Whiteboard);
        Map(map, "/databases/{id}", SimulatedContentType.Database);
        Map(map, "/embeds/{id}", SimulatedContentType.SmartLink);
    }

    private static void Map(RouteMap map, string path, SimulatedContentType type)
    {
        map.Get(path, call =>
        {
            var content = PageResources.Require(call, type);
            var json = ContentV2Json.Of(call, content);
            json["type"] = ContentNames.TypeOf(content);
            if (type is SimulatedContentType.SmartLink)
            {
                json["embedUrl"] = content.Latest.Storage;
            }

            return Answer.Ok(json);
        });
        map.Get(path + "/ancestors", call => PageChildResources.Ancestors(call, type));
    }
}
