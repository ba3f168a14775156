using System.Net;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>
/// The other representations of a body. Unless a version says otherwise, <c>view</c> and <c>atlas_doc_format</c> are one
/// paragraph with the words of the body, enough to show that a client reads the representation it asked for.
/// </summary>
internal static class BodyRendering
{
    public static string View(SimulatedVersion version) => version.View ?? $"<p>{WebUtility.HtmlEncode(StorageText.Of(version.Storage))}</p>";

    public static string AtlasDocument(SimulatedVersion version) => version.AtlasDocument ?? new JsonObject
    {
        ["version"] = 1,
        ["type"] = "doc",
        ["content"] = new JsonArray(new JsonObject
        {
            ["type"] = "paragraph",
            ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = StorageText.Of(version.Storage) }),
        }),
    }.ToJsonString();
}
