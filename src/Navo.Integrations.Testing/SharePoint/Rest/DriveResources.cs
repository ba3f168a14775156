using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>Libraries, their files and folders, and the bytes of those.</summary>
internal static class DriveResources
{
    public static GraphAnswer Drive(GraphCall call, string drive) => GraphAnswer.Ok(GraphJsonWriter.Drive(call.Tenant, call.Drive(drive)));

    public static GraphAnswer Item(GraphCall call, string drive, string id)
    {
        GraphItem item = call.Item(drive, id);
        JsonObject json = GraphJsonWriter.Item(call.Tenant, item);
        if (call.Query("$expand")?.Contains("listItem", StringComparison.Ordinal) is true)
        {
            json["listItem"] = ListItem(item);
        }

        return GraphAnswer.Ok(json);
    }

    public static GraphAnswer Children(GraphCall call, string drive, string id)
    {
        GraphItem folder = call.Item(drive, id);
        return call.Page(call.Tenant.Items.Values.Where(item => item.ParentId == folder.Id && call.Sees(item)).OrderBy(item => item.Name, StringComparer.Ordinal).Select(item => GraphJsonWriter.Item(call.Tenant, item)));
    }

    public static GraphAnswer Versions(GraphCall call, string drive, string id)
    {
        GraphItem item = call.Item(drive, id);
        return call.Page(item.Versions.Select((version, i) => (JsonNode)new JsonObject
        {
            ["id"] = Label(i),
            ["lastModifiedDateTime"] = GraphJsonWriter.Time(version.Saved),
            ["lastModifiedBy"] = GraphJsonWriter.Person(call.Tenant, version.AuthorId),
            ["size"] = version.Bytes.Length,
        }).Reverse());
    }

    /// <summary>Graph gives the bytes of older versions only: those of the newest one are the file's own.</summary>
    public static GraphAnswer Content(GraphCall call, string drive, string id, string? label)
    {
        GraphItem item = call.Item(drive, id);
        if (item.IsFolder)
        {
            throw GraphError.Invalid("You cannot get content for a folder.");
        }

        int index = label is null ? item.Versions.Length - 1 : Enumerable.Range(0, item.Versions.Length).FirstOrDefault(i => Label(i) == label, -1);
        if (index < 0)
        {
            throw GraphError.NotFound();
        }

        if (label is not null && index == item.Versions.Length - 1)
        {
            throw GraphError.Invalid("You cannot get the content of the current version.");
        }

        string ticket = call.Server.Tickets.Issue(item.Versions[index], $"\"{{{item.Id}}},{index}\"");
        return GraphAnswer.Redirect(new(call.Server.ContentUrl, $"download/{ticket}?tempauth=simulated"));
    }

    public static GraphAnswer RetentionLabel(GraphCall call, string drive, string id) => call.Item(drive, id).RetentionLabel is { } label
        ? GraphAnswer.Ok(new JsonObject { ["name"] = label, ["isLabelAppliedExplicitly"] = true })
        : throw GraphError.NotFound();

    private static string Label(int index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}.0");

    private static JsonObject ListItem(GraphItem item)
    {
        JsonObject fields = new() { ["id"] = item.ListItemId.ToString(CultureInfo.InvariantCulture), ["FileLeafRef"] = item.Name, ["ContentType"] = item.IsFolder ? "Folder" : "Document" };
        foreach ((string name, string value) in item.Columns)
        {
            fields[name] = JsonNode.Parse(value);
        }

        if (item.RetentionLabel is { } label)
        {
            fields["_ComplianceTag"] = label;
        }

        return new() { ["id"] = item.ListItemId.ToString(CultureInfo.InvariantCulture), ["contentType"] = new JsonObject { ["id"] = "0x0101", ["name"] = item.IsFolder ? "Folder" : "Document" }, ["fields"] = fields };
    }
}
