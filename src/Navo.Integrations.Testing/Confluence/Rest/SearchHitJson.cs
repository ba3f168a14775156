using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>A search hit in v1 and Data Center form.</summary>
internal static class SearchHitJson
{
    private const string ContentPrefix = "content.";

    public static JsonObject Of(SimulatedCall call, SimulatedContent content, Excerpt excerpt)
    {
        var space = call.SpaceOf(content);
        var expand = call.QueryList("expand")
            .Where(e => e.StartsWith(ContentPrefix, StringComparison.Ordinal))
            .Select(e => e[ContentPrefix.Length..]).ToHashSet(StringComparer.Ordinal);
        return new JsonObject
        {
            ["content"] = ContentJson.Of(call, content, expand),
            ["title"] = excerpt.Title(content.Title),
            ["excerpt"] = excerpt.Of(StorageText.Of(content.Latest.Storage)),
            ["url"] = ContentLinks.WebUi(call, content),
            ["resultGlobalContainer"] = new JsonObject { ["title"] = space.Name, ["displayUrl"] = "/spaces/" + space.Key },
            ["breadcrumbs"] = new JsonArray(),
            ["entityType"] = "content",
            ["iconCssClass"] = "aui-icon content-type-" + ContentNames.TypeOf(content),
            ["lastModified"] = Timestamps.Of(content.Latest.When),
            ["friendlyLastModified"] = content.Latest.When.ToString("MMM dd, yyyy", System.Globalization.CultureInfo.InvariantCulture),
            ["score"] = 0.0,
        };
    }
}
