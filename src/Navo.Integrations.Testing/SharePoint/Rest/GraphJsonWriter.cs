using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>Resources in the shapes of Graph.</summary>
internal static class GraphJsonWriter
{
    public static JsonObject Site(GraphSite site)
    {
        JsonObject collection = new() { ["hostname"] = site.Host };
        JsonObject json = new()
        {
            ["id"] = site.Id,
            ["name"] = new Uri(site.WebUrl).Segments[^1].Trim('/'),
            ["displayName"] = site.Title,
            ["webUrl"] = site.WebUrl,
            ["createdDateTime"] = "2024-01-01T08:00:00Z",
            ["lastModifiedDateTime"] = "2026-11-01T08:00:00Z",
            ["isPersonalSite"] = site.WebUrl.Contains("/personal/", StringComparison.Ordinal),
            ["siteCollection"] = collection,
        };
        if (site.ParentId is null)
        {
            json["root"] = new JsonObject();
        }

        if (new Uri(site.WebUrl).AbsolutePath == "/")
        {
            collection["dataLocationCode"] = "NAM";
        }

        return json;
    }

    public static JsonObject Drive(GraphTenant tenant, GraphDrive drive)
    {
        GraphSite site = tenant.Sites[drive.SiteId];
        string[] ids = site.Id.Split(',');
        return new()
        {
            ["id"] = drive.Id,
            ["name"] = drive.Title,
            ["driveType"] = drive.OwnerId is null ? "documentLibrary" : "business",
            ["webUrl"] = $"{site.WebUrl}/{Uri.EscapeDataString(drive.Title)}",
            ["createdDateTime"] = "2024-01-01T08:00:00Z",
            ["lastModifiedDateTime"] = "2026-11-01T08:00:00Z",
            ["owner"] = drive.OwnerId is { } owner ? Person(tenant, owner) : new JsonObject { ["group"] = new JsonObject { ["displayName"] = site.Title } },
            ["sharePointIds"] = new JsonObject { ["siteId"] = ids[1], ["webId"] = ids[2], ["siteUrl"] = site.WebUrl, ["listId"] = drive.ListId, ["tenantId"] = tenant.TenantId },
        };
    }

    public static JsonObject Item(GraphTenant tenant, GraphItem item)
    {
        GraphDrive drive = tenant.Drives[item.DriveId];
        JsonObject json = new()
        {
            ["id"] = item.Id,
            ["name"] = item.ParentId is null ? "root" : item.Name,
            ["eTag"] = $"\"{{{item.Id}}},{item.ContentChange}\"",
            ["webUrl"] = WebUrl(tenant, item),
            ["createdDateTime"] = Time(item.Created),
            ["lastModifiedDateTime"] = Time(item.Modified),
            ["createdBy"] = Person(tenant, item.AuthorId),
            ["lastModifiedBy"] = Person(tenant, item.IsFolder ? item.AuthorId : item.Latest.AuthorId),
            ["parentReference"] = Parent(tenant, item, drive),
            ["sharepointIds"] = new JsonObject { ["listId"] = drive.ListId, ["listItemId"] = item.ListItemId.ToString(CultureInfo.InvariantCulture), ["siteUrl"] = tenant.Sites[drive.SiteId].WebUrl },
        };
        if (item.ParentId is null)
        {
            json["root"] = new JsonObject();
        }

        if (item.IsDeleted)
        {
            json.Remove("name");
            json["deleted"] = new JsonObject { ["state"] = "deleted" };
        }
        else if (item.IsFolder)
        {
            json["folder"] = new JsonObject { ["childCount"] = tenant.Items.Values.Count(child => child.ParentId == item.Id && !child.IsDeleted) };
            json["size"] = 0;
        }
        else
        {
            AddFile(json, item);
            if (item.IsMalware)
            {
                json["malware"] = new JsonObject { ["description"] = "Eicar" };
            }
        }

        if (item.CheckedOutBy is { } holder)
        {
            json["publication"] = new JsonObject { ["level"] = "checkout", ["checkedOutBy"] = Person(tenant, holder) };
        }

        return json;
    }

    public static JsonObject Person(GraphTenant tenant, string? id) =>
        id is not null && tenant.Users.TryGetValue(id, out GraphUser? user) ? new() { ["user"] = new JsonObject { ["id"] = user.Id, ["displayName"] = user.DisplayName, ["email"] = user.UserPrincipalName } } : [];

    public static string WebUrl(GraphTenant tenant, GraphItem item)
    {
        GraphDrive drive = tenant.Drives[item.DriveId];
        string path = string.Join('/', PathOf(tenant, item).Select(Uri.EscapeDataString));
        return $"{tenant.Sites[drive.SiteId].WebUrl}/{Uri.EscapeDataString(drive.Title)}{(path.Length > 0 ? "/" : string.Empty)}{path}";
    }

    /// <summary>The names from the root of the library down to the item.</summary>
    public static IReadOnlyList<string> PathOf(GraphTenant tenant, GraphItem item)
    {
        List<string> names = [];
        for (GraphItem at = item; at.ParentId is { } parent; at = tenant.Items[parent])
        {
            names.Insert(0, at.Name);
        }

        return names;
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public static string ContentTag(GraphItem item) => $"\"c:{{{item.Id}}},{item.Versions.Length}\"";

    public static string QuickXorHash(ImmutableArray<byte> bytes)
    {
        byte[] ring = new byte[20];
        long bit = 0;
        foreach (byte value in bytes)
        {
            for (int i = 0; i < 8; i++)
            {
                int at = (int)((bit + i) % 160);
                ring[at / 8] ^= (byte)(((value >> i) & 1) << (at % 8));
            }

            bit += 11;
        }

        byte[] length = BitConverter.GetBytes((long)bytes.Length);
        for (int i = 0; i < 8; i++)
        {
            ring[12 + i] ^= length[i];
        }

        return Convert.ToBase64String(ring);
    }

    public static string MediaType(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".txt" => "text/plain",
        ".md" => "text/markdown",
        ".html" => "text/html",
        ".csv" => "text/csv",
        ".json" => "application/json",
        ".aspx" => "text/html",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    };

    private static void AddFile(JsonObject json, GraphItem item)
    {
        ImmutableArray<byte> bytes = item.Latest.Bytes;
        json["size"] = bytes.Length;
        json["cTag"] = ContentTag(item);
        json["file"] = new JsonObject
        {
            ["mimeType"] = MediaType(item.Name),
            ["hashes"] = new JsonObject { ["quickXorHash"] = QuickXorHash(bytes), ["sha256Hash"] = Convert.ToHexString(SHA256.HashData(bytes.AsSpan())) },
        };
    }

    private static JsonObject Parent(GraphTenant tenant, GraphItem item, GraphDrive drive)
    {
        JsonObject parent = new() { ["driveType"] = drive.OwnerId is null ? "documentLibrary" : "business", ["driveId"] = drive.Id, ["siteId"] = drive.SiteId };
        if (item.ParentId is { } id)
        {
            parent["id"] = id;
            parent["path"] = $"/drives/{drive.Id}/root:{string.Concat(PathOf(tenant, tenant.Items[id]).Select(name => $"/{Uri.EscapeDataString(name)}"))}";
        }

        return parent;
    }
}
