namespace Navo.Integrations.SharePoint.Internal;

/// <summary>What a request costs of the quota of an application in a tenant.</summary>
/// <remarks><see href="https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online"/>.</remarks>
internal static class ResourceUnits
{
    /// <summary>The option of a request under which its sender tells the units.</summary>
    public const string Key = "Navo.Integrations.SharePoint.ResourceUnits";

    public const int Item = 1;
    public const int List = 2;
    public const int Permissions = 5;

    private static readonly string[] Lists = ["/children", "/delta", "/drives", "/lists", "/items", "/sites", "/versions", "/pages", "/columns", "/search/query", "/members", "/allchannels", "/joinedteams", "/getallsites"];

    private static readonly HttpRequestOptionsKey<int> Told = new(Key);

    /// <summary>The units of a request that goes by its own. Those of a batch are told by its sender.</summary>
    public static int Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Told, out int told) ? told : Of(request.RequestUri?.AbsolutePath ?? string.Empty, request.RequestUri?.Query ?? string.Empty);

    /// <summary>The units of a request by its path and query.</summary>
    public static int Of(string path, string query)
    {
        string lower = path.ToLowerInvariant();
        return lower switch
        {
            _ when lower.Contains("/permissions", StringComparison.Ordinal) || query.Contains("permissions", StringComparison.OrdinalIgnoreCase) => Permissions,
            _ when lower.EndsWith("/delta", StringComparison.Ordinal) && query.Contains("token=", StringComparison.OrdinalIgnoreCase) => Item,
            _ when lower.StartsWith("/v1.0/users/", StringComparison.Ordinal) && lower.EndsWith("/checkmembergroups", StringComparison.Ordinal) => 0, // the directory's own quota
            _ when lower.StartsWith("/v1.0/groups", StringComparison.Ordinal) => 0,
            _ => Lists.Any(list => lower.EndsWith(list, StringComparison.Ordinal)) ? List : Item,
        };
    }

}
