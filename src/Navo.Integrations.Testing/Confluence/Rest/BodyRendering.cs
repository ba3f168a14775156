using System.Net;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>
/// The other representations of a body. The simulator keeps storage format only: <c>view</c> and <c>atlas_doc_format</c> are one
/// paragraph with the words of the body, enough to show that a client reads the representation it asked for.
/// </summary>
internal static class BodyRendering
{
    public static string View(string storage) => $"<p>{WebUtility.HtmlEncode(StorageText.Of(storage))}</p>";

    public static string AtlasDocument(string storage) => new JsonObject
    {
        ["version"] = 1,
        ["type"] = "doc",
        ["content"] = new JsonArray(new JsonObject
        {
            ["type"] = "paragraph",
            ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = StorageText.Of(storage) }),
        }),
    }.ToJsonString();
}
