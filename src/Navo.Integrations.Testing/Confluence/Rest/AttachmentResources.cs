using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>The bytes of attachments: behind a redirect in Cloud, directly in Data Center.</summary>
internal static class AttachmentResources
{
    private const int Found = 302;

    public static void MapRedirect(RouteMap map) => map.Get("/content/{id}/child/attachment/{attachmentId}/download", call =>
    {
        var attachment = Attachment(call, call.FindVisible(call.Route("attachmentId")));
        var target = call.Simulator.LinkBase + ContentLinks.Download(attachment);
        return new Answer(Found, null) { Headers = [new("Location", target)] };
    });

    public static void MapBytes(RouteMap map) => map.Get("/download/attachments/{id}/{name}", call =>
    {
        var container = call.Content();
        var attachment = Attachment(call, call.Visible().FirstOrDefault(c =>
            c.Type is SimulatedContentType.Attachment && c.ParentId == container.Id && c.Title == call.Route("name")));
        return new Answer(200, null) { Bytes = [.. attachment.File!.Bytes], ContentType = attachment.File.MediaType };
    });

    private static SimulatedContent Attachment(SimulatedCall call, SimulatedContent? found) =>
        found is { File: not null } && found.ParentId == ContentNames.ParseId(call.Route("id"))
            ? found
            : throw ApiErrorException.NotFound("No attachment found");
}
