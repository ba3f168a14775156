using System.Globalization;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>The addresses of contents, relative to <c>_links.base</c>.</summary>
internal static class ContentLinks
{
    public static string WebUi(SimulatedCall call, SimulatedContent content)
    {
        var id = ContentNames.IdOf(content);
        var title = Uri.EscapeDataString(content.Title).Replace("%20", "+", StringComparison.Ordinal);
        return content.Type switch
        {
            SimulatedContentType.BlogPost => string.Create(
                CultureInfo.InvariantCulture, $"/spaces/{content.SpaceKey}/blog/{content.Versions[0].When.UtcDateTime:yyyy/MM/dd}/{id}/{title}"),
            SimulatedContentType.Folder => $"/spaces/{content.SpaceKey}/folder/{id}",
            SimulatedContentType.Attachment or SimulatedContentType.Comment => Nested(call, content, id),
            _ => $"/spaces/{content.SpaceKey}/pages/{id}/{title}",
        };
    }

    public static string Download(SimulatedContent attachment) =>
        $"/download/attachments/{attachment.ParentId}/{Uri.EscapeDataString(attachment.Title)}?version={attachment.Latest.Number}&api=v2";

    private static string Nested(SimulatedCall call, SimulatedContent content, string id)
    {
        var container = content.ParentId is { } parent ? call.State.Contents.GetValueOrDefault(parent) : null;
        var path = container is null ? "/spaces/" + content.SpaceKey : WebUi(call, container);
        return content.Type is SimulatedContentType.Comment
            ? $"{path}?focusedCommentId={id}"
            : $"{path}?preview={Uri.EscapeDataString($"/{content.ParentId}/{id}/{content.Title}")}";
    }
}
