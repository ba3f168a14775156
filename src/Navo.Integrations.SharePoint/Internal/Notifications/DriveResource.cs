namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The resource of a subscription to a library, <c>drives/{id}/root</c>.</summary>
internal static class DriveResource
{
    private const int Longest = 1024;

    public static string Of(string driveId) => $"drives/{driveId}/root";

    /// <summary>The drive of a resource, however its path is written; null for another resource.</summary>
    public static string? Parse(string? resource) =>
        resource is { Length: <= Longest } && resource.Trim('/').Split('/') is [var drives, { Length: > 0 } drive, var root]
        && drives.Equals("drives", StringComparison.OrdinalIgnoreCase) && root.Equals("root", StringComparison.OrdinalIgnoreCase)
            ? Uri.UnescapeDataString(drive)
            : null;
}
