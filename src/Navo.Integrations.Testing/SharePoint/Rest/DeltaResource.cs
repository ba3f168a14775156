using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>The changes of a library. The feed names no paths and no state of content; changes of permissions are marked on files where the request prefers that.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/driveitem-delta"/>.</remarks>
internal static class DeltaResource
{
    private const string SharingChanges = "deltashowsharingchanges";

    public static GraphAnswer Answer(GraphCall call, string driveId, string itemId)
    {
        GraphItem root = call.Item(driveId, itemId);
        if (root.ParentId is not null)
        {
            throw new GraphError(400, "notSupported", "Delta is supported for the root of a library only.");
        }

        bool marksSharing = call.Prefers(SharingChanges);
        return DeltaFeed.Answer(call, call.Tenant.Items.Values
            .Where(item => item.DriveId == root.DriveId && (item.IsDeleted || call.Sees(item)))
            .Select(item => new DeltaEntry(item.Change, item.Modified, item.IsDeleted, since => Changed(call, item, marksSharing && since > 0 && item.SharingChange > since))));
    }

    private static JsonObject Changed(GraphCall call, GraphItem item, bool isSharedAnew)
    {
        JsonObject json = GraphJsonWriter.Item(call.Tenant, item);
        json["parentReference"]!.AsObject().Remove("path");
        json.Remove("cTag");
        if (isSharedAnew && (!item.IsFolder || call.Server.Quirks.MarksSharingOfFolders))
        {
            json["@microsoft.graph.sharedChanged"] = "True";
        }

        return json;
    }
}
