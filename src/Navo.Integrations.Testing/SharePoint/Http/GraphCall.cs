using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>One authenticated request, its own or within a batch.</summary>
internal sealed class GraphCall(GraphServer server, GraphCaller caller, string method, string path, IReadOnlyDictionary<string, string> query, string body)
{
    public GraphServer Server => server;

    public GraphTenant Tenant => server.Tenant;

    public GraphCaller Caller => caller;

    public string Method => method;

    /// <summary>The segments of the path below the version, unescaped.</summary>
    public string[] Segments { get; } = [.. path.Trim('/').Split('/').Select(Uri.UnescapeDataString)];

    public string Path => path;

    public string? Query(string name) => query.GetValueOrDefault(name);

    public int Number(string name, int byDefault, int max)
    {
        string? text = Query(name);
        return text is null ? byDefault
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? Math.Min(number, max)
            : throw GraphError.Invalid($"Invalid value for {name}.");
    }

    public JsonObject ReadBody()
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject ?? throw GraphError.Invalid("The body is no object.");
        }
        catch (JsonException)
        {
            throw GraphError.Invalid("The body is no JSON.");
        }
    }

    /// <summary>Whether the caller sees an item: an application all within its sites, a user what the user may read.</summary>
    public bool Sees(GraphItem item) => !item.IsDeleted && IsGranted(Tenant.SiteOf(item)) && (caller.IsApplication || Tenant.MayRead(caller.UserId!, item.Id) || (item.ParentId is null && !caller.IsApplication));

    public bool IsGranted(GraphSite site) => server.SelectedSites is null || server.SelectedSites.Contains(site.Id);

    public GraphItem Item(string driveId, string itemId)
    {
        GraphDrive drive = Drive(driveId);
        string id = itemId == "root" ? drive.RootId : itemId;
        return Tenant.Items.TryGetValue(id, out GraphItem? item) && item.DriveId == drive.Id && Sees(item) ? item : throw GraphError.NotFound();
    }

    public GraphDrive Drive(string driveId) =>
        !Tenant.Drives.TryGetValue(driveId, out GraphDrive? drive) ? throw GraphError.NotFound()
        : IsGranted(Tenant.Sites[drive.SiteId]) ? drive
        : throw GraphError.Denied();

    public GraphSite Site(string siteId) =>
        !Tenant.Sites.TryGetValue(siteId, out GraphSite? site) ? throw GraphError.NotFound()
        : IsGranted(site) ? site
        : throw GraphError.Denied();

    /// <summary>A page of a list, with an opaque link to the next.</summary>
    public GraphAnswer Page(IEnumerable<JsonNode> all, int byDefault = 200)
    {
        int start = Query("$skiptoken") is { } token ? Decode(token) : 0;
        int size = Math.Min(Number("$top", byDefault, 1000), server.MaxPageSize ?? int.MaxValue);
        List<JsonNode> items = [.. all];
        JsonArray page = [.. items.Skip(start).Take(size)];
        JsonObject answer = new() { ["value"] = page };
        if (start + size < items.Count)
        {
            string others = string.Join('&', query.Where(pair => pair.Key != "$skiptoken").Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}").Append($"$skiptoken={Encode(start + size)}"));
            answer["@odata.nextLink"] = $"{server.GraphUrl}{path}?{others}";
        }

        return GraphAnswer.Ok(answer);
    }

    private static string Encode(int start) => Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(start.ToString(CultureInfo.InvariantCulture)));

    private static int Decode(string token)
    {
        try
        {
            return int.Parse(System.Text.Encoding.ASCII.GetString(Convert.FromHexString(token)), NumberStyles.None, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            throw GraphError.Invalid("The skip token is none of ours.");
        }
    }
}
