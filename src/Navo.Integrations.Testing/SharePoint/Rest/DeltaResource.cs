using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>The feed of changes of a library: the latest state of each item since a token, those that are gone included.</summary>
internal static class DeltaResource
{
    private const string Mark = "changes-";

    public static GraphAnswer Answer(GraphCall call, string driveId)
    {
        GraphDrive drive = call.Drive(driveId);
        string? token = call.Query("token");
        string deltaLink = $"{call.Server.GraphUrl}/drives/{drive.Id}/root/delta?token={Mark}{call.Tenant.Changes}";
        if (token == "latest")
        {
            return GraphAnswer.Ok(new JsonObject { ["value"] = new JsonArray(), ["@odata.deltaLink"] = deltaLink });
        }

        long since = Since(call, drive, token);
        GraphAnswer answer = call.Page(call.Tenant.Items.Values
            .Where(item => item.DriveId == drive.Id && item.Change > since && !(item.IsDeleted && since == 0) && (item.IsDeleted || call.Sees(item)))
            .OrderBy(item => item.Change)
            .Select(item => Changed(call.Tenant, item)));
        if (answer.Body!["@odata.nextLink"] is null)
        {
            answer.Body["@odata.deltaLink"] = deltaLink;
        }

        return answer;
    }

    private static long Since(GraphCall call, GraphDrive drive, string? token)
    {
        if (token is null)
        {
            return 0;
        }

        bool isKnown = token.StartsWith(Mark, StringComparison.Ordinal) && long.TryParse(token[Mark.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return isKnown
            ? long.Parse(token[Mark.Length..], CultureInfo.InvariantCulture)
            : throw new GraphError(410, "resyncChangesApplyDifferences", "The delta token is no longer valid.") { Headers = new() { ["Location"] = $"{call.Server.GraphUrl}/drives/{drive.Id}/root/delta" } };
    }

    /// <summary>The feed names no paths.</summary>
    private static JsonObject Changed(GraphTenant tenant, GraphItem item)
    {
        JsonObject json = GraphJsonWriter.Item(tenant, item);
        json["parentReference"]!.AsObject().Remove("path");
        json.Remove("cTag");
        return json;
    }
}
