using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>One authenticated request, its own or within a batch.</summary>
internal sealed class GraphCall(GraphServer server, GraphCaller caller, GraphRequest request)
{
    public GraphServer Server => server;

    public GraphTenant Tenant => server.Tenant;

    public GraphCaller Caller => caller;

    public GraphRequest Request => request;

    public string Method => request.Method;

    /// <summary>The segments of the path below the version, unescaped.</summary>
    public string[] Segments { get; } = [.. request.Path.Trim('/').Split('/').Select(Uri.UnescapeDataString)];

    public string? Query(string name) => request.Query.GetValueOrDefault(name);

    /// <summary>Whether a member is asked for with <c>$expand</c>.</summary>
    public bool Expands(string member) => Query("$expand")?.Split(',').Any(e => e.Split('(')[0].Trim() == member) is true;

    /// <summary>Whether the request prefers something, as the header <c>Prefer</c> says.</summary>
    public bool Prefers(string what) => request.Header("Prefer")?.Split(',', StringSplitOptions.TrimEntries).Contains(what, StringComparer.OrdinalIgnoreCase) is true;

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
            return JsonNode.Parse(request.Body) as JsonObject ?? throw GraphError.Invalid("The body is no object.");
        }
        catch (JsonException)
        {
            throw GraphError.Invalid("The body is no JSON.");
        }
    }

    /// <summary>Whether the caller sees an item: an application all within its sites, a user what the user may read.</summary>
    public bool Sees(GraphItem item) => !item.IsDeleted && IsGranted(Tenant.SiteOf(item)) && (caller.UserId is not { } user || item.ParentId is null || Tenant.MayRead(user, item.Id));

    /// <summary>Whether the application was granted a site.</summary>
    public bool IsGranted(GraphSite site) => server.SelectedSites is null || server.SelectedSites.Contains(site.Id);

    /// <summary>Whether the caller may open a site: an application each within its own, a user where the user may read something.</summary>
    public bool Sees(GraphSite site) => IsGranted(site) && (caller.UserId is not { } user || Tenant.MayEnter(user, site.Id));

    public GraphItem Item(string driveId, string itemId)
    {
        GraphDrive drive = Drive(driveId);
        string id = itemId == "root" ? drive.RootId : itemId;
        return Tenant.Items.TryGetValue(id, out GraphItem? item) && item.DriveId == drive.Id && Sees(item) ? item : throw GraphError.NotFound();
    }

    public GraphDrive Drive(string driveId) =>
        !Tenant.Drives.TryGetValue(driveId, out GraphDrive? drive) ? throw GraphError.NotFound()
        : Sees(Tenant.Sites[drive.SiteId]) ? drive
        : caller.IsApplication ? throw GraphError.Denied()
        : throw GraphError.NotFound();

    public GraphSite Site(string siteId) =>
        !Tenant.Sites.TryGetValue(siteId, out GraphSite? site) ? throw GraphError.NotFound()
        : Sees(site) ? site
        : throw GraphError.Denied();

    /// <summary>A page of a list, with an opaque link to the next.</summary>
    public GraphAnswer Page(IEnumerable<JsonNode> all, int byDefault = 200) => GraphAnswer.Ok(Paging.Page(this, [.. all], byDefault));

    /// <summary>The address of this request with another value of one parameter, and without another.</summary>
    public string LinkWith(string name, string value, string without = "")
    {
        IEnumerable<KeyValuePair<string, string>> pairs = request.Query.Where(pair => pair.Key != name && pair.Key != without).Append(KeyValuePair.Create(name, value));
        return $"{server.GraphUrl}{request.Path}?{string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key).Replace("%24", "$", StringComparison.Ordinal)}={Uri.EscapeDataString(pair.Value)}"))}";
    }
}
