using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Confluence.Rest;

namespace Navo.Integrations.Testing.Confluence.RestV2;

/// <summary>Contents in v2 form.</summary>
internal static class ContentV2Json
{
    public static JsonObject Of(SimulatedCall call, SimulatedContent content)
    {
        var json = new JsonObject
        {
            ["id"] = ContentNames.IdOf(content),
            ["status"] = content.Status,
            ["title"] = content.Title,
            ["spaceId"] = Id(call.SpaceOf(content).Id),
        };
        if (content.Type is not SimulatedContentType.BlogPost)
        {
            AddPlace(json, call, content);
        }

        json["authorId"] = content.Versions[0].AuthorId;
        json["createdAt"] = Timestamps.Of(content.Versions[0].When);
        json["version"] = Version(content.Latest);
        json["_links"] = new JsonObject { ["webui"] = ContentLinks.WebUi(call, content), ["base"] = call.Simulator.LinkBase };
        return json;
    }

    public static JsonObject Attachment(SimulatedCall call, SimulatedContent attachment)
    {
        var container = call.State.Contents.GetValueOrDefault(attachment.ParentId ?? 0);
        var member = container?.Type is SimulatedContentType.BlogPost ? "blogPostId" : "pageId";
        return new JsonObject
        {
            ["id"] = ContentNames.IdOf(attachment),
            ["status"] = attachment.Status,
            ["title"] = attachment.Title,
            ["createdAt"] = Timestamps.Of(attachment.Versions[0].When),
            [member] = Id(attachment.ParentId ?? 0),
            ["mediaType"] = attachment.File?.MediaType,
            ["fileId"] = "file-" + Id(attachment.Id),
            ["fileSize"] = attachment.File?.Bytes.Length,
            ["comment"] = attachment.Latest.Message,
            ["webuiLink"] = ContentLinks.WebUi(call, attachment),
            ["downloadLink"] = ContentLinks.Download(attachment),
            ["version"] = Version(attachment.Latest),
            ["_links"] = new JsonObject
            {
                ["webui"] = ContentLinks.WebUi(call, attachment),
                ["download"] = ContentLinks.Download(attachment),
                ["base"] = call.Simulator.LinkBase,
            },
        };
    }

    public static JsonObject Version(SimulatedVersion version) => new()
    {
        ["createdAt"] = Timestamps.Of(version.When),
        ["message"] = version.Message,
        ["number"] = version.Number,
        ["minorEdit"] = version.IsMinor,
        ["authorId"] = version.AuthorId,
    };

    public static JsonObject Body(SimulatedVersion version, string format) => new()
    {
        [format] = new JsonObject
        {
            ["representation"] = format,
            ["value"] = format switch
            {
                "storage" => version.Storage,
                "atlas_doc_format" => BodyRendering.AtlasDocument(version),
                _ => BodyRendering.View(version),
            },
        },
    };

    public static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static void AddPlace(JsonObject json, SimulatedCall call, SimulatedContent content)
    {
        var parent = call.State.Contents.GetValueOrDefault(content.ParentId ?? 0);
        json["parentId"] = parent is null ? null : Id(parent.Id);
        json["parentType"] = parent is null ? null : ContentNames.TypeOf(parent);
        json["position"] = 0;
        json["ownerId"] = content.Versions[0].AuthorId;
        json["lastOwnerId"] = null;
    }
}
