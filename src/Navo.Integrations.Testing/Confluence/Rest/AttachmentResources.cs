using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>
/// The bytes of attachments: in Cloud behind a redirect to a media host, which takes a signed address and refuses credentials;
/// directly in Data Center.
/// </summary>
internal static class AttachmentResources
{
    private const int Found = 302;
    private const string MediaPath = "/_media/file/";

    public static void MapRedirect(RouteMap map) => map.Get("/content/{id}/child/attachment/{attachmentId}/download", call =>
    {
        var attachment = Attachment(call, call.FindVisible(call.Route("attachmentId")));
        var number = attachment.Id.ToString(CultureInfo.InvariantCulture);
        var target = $"{call.Simulator.Root.GetLeftPart(UriPartial.Authority)}{MediaPath}{number}/binary?token={Signature(call.Simulator, number)}";
        return new Answer(Found, null) { Headers = [new("Location", target)] };
    });

    /// <summary>The media host, which knows no accounts.</summary>
    public static void MapMedia(IEndpointRouteBuilder endpoints, SimulatorContext simulator) =>
        endpoints.MapMethods(MediaPath + "{id}/binary", ["GET"], (RequestDelegate)(http => RequestPipeline.WriteAsync(http, Media(http.Request, simulator))));

    public static void MapBytes(RouteMap map) => map.Get("/download/attachments/{id}/{name}", call =>
    {
        var container = call.Content();
        var attachment = Attachment(call, call.Visible().FirstOrDefault(c =>
            c.Type is SimulatedContentType.Attachment && c.ParentId == container.Id && c.Title == call.Route("name")));
        return Bytes(attachment.File!);
    });

    private static Answer Media(HttpRequest request, SimulatorContext simulator)
    {
        var id = (string?)request.RouteValues["id"] ?? "";
        if (request.Headers.Authorization.Count > 0)
        {
            return ApiErrors.Gateway(400, "Only one authentication mechanism is allowed");
        }

        return request.Query["token"] == Signature(simulator, id)
            && simulator.Site.State.Contents.TryGetValue(long.Parse(id, CultureInfo.InvariantCulture), out var content) && content.File is { } file
            ? Bytes(file)
            : ApiErrors.Gateway(403, "The token is missing or wrong");
    }

    private static Answer Bytes(SimulatedFile file) => new(200, null) { Bytes = [.. file.Bytes], ContentType = file.MediaType };

    private static string Signature(SimulatorContext simulator, string id) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(simulator.Site.CloudId), Encoding.UTF8.GetBytes(id)));

    private static SimulatedContent Attachment(SimulatedCall call, SimulatedContent? found) =>
        found is { File: not null } && found.ParentId == ContentNames.ParseId(call.Route("id"))
            ? found
            : throw ApiErrorException.NotFound("No attachment found");
}
