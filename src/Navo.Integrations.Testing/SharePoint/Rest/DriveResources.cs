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
        if (call.Expands("listItem"))
        {
            json["listItem"] = ListItem(call, item, withFields: true);
        }

        return GraphAnswer.Ok(WithDownload(call, item, json));
    }

    public static GraphAnswer ListItem(GraphCall call, string drive, string id) => GraphAnswer.Ok(ListItem(call, call.Item(drive, id), call.Expands("fields")));

    public static GraphAnswer Children(GraphCall call, string drive, string id)
    {
        GraphItem folder = call.Item(drive, id);
        IEnumerable<(string Key, JsonNode Item)> children = call.Tenant.Items.Values
            .Where(item => item.ParentId == folder.Id && call.Sees(item))
            .Select(item => ($"{item.Name}\0{item.Id}", (JsonNode)WithDownload(call, item, GraphJsonWriter.Item(call.Tenant, item))))
            .OrderBy(child => child.Item1, StringComparer.Ordinal);
        return GraphAnswer.Ok(Paging.PageByKey(call, [.. children], 200));
    }

    public static GraphAnswer Versions(GraphCall call, string drive, string id)
    {
        GraphItem item = call.Item(drive, id);
        return call.Page([.. item.Versions.Select((version, i) => Json(call, version, i)).Reverse()]);
    }

    public static GraphAnswer Version(GraphCall call, string drive, string id, string label)
    {
        GraphItem item = call.Item(drive, id);
        int index = IndexOf(item, label);
        return GraphAnswer.Ok(Json(call, item.Versions[index], index));
    }

    /// <summary>Graph gives the bytes of older versions only: those of the newest one are the file's own.</summary>
    public static GraphAnswer Content(GraphCall call, string drive, string id, string? label)
    {
        GraphItem item = call.Item(drive, id);
        if (item.IsFolder)
        {
            throw GraphError.Invalid("You cannot get content for a folder.");
        }

        int index = label is null ? item.Versions.Length - 1 : IndexOf(item, label);

        if (label is not null && index == item.Versions.Length - 1)
        {
            throw GraphError.Invalid("You cannot get the content of the current version.");
        }

        return GraphAnswer.Redirect(Ticket(call, item, index));
    }

    public static GraphAnswer RetentionLabel(GraphCall call, string drive, string id) => call.Item(drive, id).RetentionLabel is { } label
        ? GraphAnswer.Ok(new JsonObject { ["name"] = label, ["isLabelAppliedExplicitly"] = true })
        : throw GraphError.NotFound();

    private static string Label(int index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}.0");

    private static int IndexOf(GraphItem item, string label) => Enumerable.Range(0, item.Versions.Length).FirstOrDefault(i => Label(i) == label, -1) is var index and >= 0
        ? index
        : throw GraphError.NotFound();

    private static Uri Ticket(GraphCall call, GraphItem item, int index) =>
        new(call.Server.ContentUrl, $"download/{call.Server.Tickets.Issue(item.Versions[index], $"\"{{{item.Id}}},{index}\"")}?tempauth=simulated");

    private static JsonObject WithDownload(GraphCall call, GraphItem item, JsonObject json)
    {
        if (!item.IsFolder)
        {
            json["@microsoft.graph.downloadUrl"] = Ticket(call, item, item.Versions.Length - 1).AbsoluteUri;
        }

        return json;
    }

    private static JsonObject Json(GraphCall call, GraphVersion version, int index) => new()
    {
        ["id"] = Label(index),
        ["lastModifiedDateTime"] = GraphJsonWriter.Time(version.Saved),
        ["lastModifiedBy"] = GraphJsonWriter.Person(call.Tenant, version.AuthorId),
        ["size"] = version.Bytes.Length,
    };

    private static JsonObject ListItem(GraphCall call, GraphItem item, bool withFields)
    {
        JsonObject json = new()
        {
            ["id"] = item.ListItemId.ToString(CultureInfo.InvariantCulture),
            ["webUrl"] = GraphJsonWriter.WebUrl(call.Tenant, item),
            ["contentType"] = new JsonObject { ["id"] = item.IsFolder ? "0x0120" : "0x0101", ["name"] = item.IsFolder ? "Folder" : "Document" },
        };
        if (withFields)
        {
            json["fields"] = Fields(item);
        }

        return json;
    }

    private static JsonObject Fields(GraphItem item)
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

        return fields;
    }
}
