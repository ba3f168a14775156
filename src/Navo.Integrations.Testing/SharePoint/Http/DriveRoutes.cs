using Navo.Integrations.Testing.SharePoint.Model;
using Navo.Integrations.Testing.SharePoint.Rest;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>What lies below a library. Items are named by their id, as the root, or by their path from one of those.</summary>
internal static class DriveRoutes
{
    private const string Root = "root";

    /// <param name="call">The request.</param>
    /// <param name="path">The path from the id of the library on.</param>
    public static GraphAnswer Answer(GraphCall call, string[] path) => path switch
    {
        [var drive] => DriveResources.Drive(call, drive),
        [var drive, "root:", .. var names] => ByPath(call, drive, Root, names),
        [var drive, "items", [.. var item, ':'], .. var names] => ByPath(call, drive, item, names),
        [var drive, Root, .. var below] => Item(call, drive, Root, below),
        [var drive, "items", var item, .. var below] => Item(call, drive, item, below),
        [var drive, "list"] => ListResources.OfDrive(call, drive),
        _ => throw GraphRoutes.Unknown(call),
    };

    private static GraphAnswer Item(GraphCall call, string drive, string item, string[] path) => path switch
    {
        [] => DriveResources.Item(call, drive, item),
        ["delta" or "delta()"] => DeltaResource.Answer(call, drive, item),
        ["children"] => DriveResources.Children(call, drive, item),
        ["content"] => DriveResources.Content(call, drive, item, null),
        ["listItem"] => DriveResources.ListItem(call, drive, item),
        ["versions"] => DriveResources.Versions(call, drive, item),
        ["versions", var version] => DriveResources.Version(call, drive, item, version),
        ["versions", var version, "content"] => DriveResources.Content(call, drive, item, version),
        ["permissions"] => PermissionResources.OfItem(call, drive, item),
        ["permissions", var permission] => PermissionResources.OfItem(call, drive, item, permission),
        ["retentionLabel"] => DriveResources.RetentionLabel(call, drive, item),
        ["analytics"] => AnalyticsResources.Of(call, drive, item),
        ["analytics", var span] => AnalyticsResources.Of(call, drive, item, span),
        [var function] when function.StartsWith("getActivitiesByInterval(", StringComparison.Ordinal) => AnalyticsResources.ByInterval(call, drive, item, function),
        _ => throw GraphRoutes.Unknown(call),
    };

    /// <summary>Follows names down to one that ends with a colon, after which the path of the request goes on.</summary>
    private static GraphAnswer ByPath(GraphCall call, string drive, string from, string[] names)
    {
        GraphItem at = call.Item(drive, from);
        int end = Array.FindIndex(names, name => name.EndsWith(':'));
        string[] down = end < 0 ? names : names[..(end + 1)];
        foreach (string name in down.Select(name => name.TrimEnd(':')).Where(name => name.Length > 0))
        {
            at = call.Tenant.Items.Values.FirstOrDefault(item => item.ParentId == at.Id && !item.IsDeleted && item.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw GraphError.NotFound();
        }

        return Item(call, drive, at.Id, end < 0 ? [] : names[(end + 1)..]);
    }
}
