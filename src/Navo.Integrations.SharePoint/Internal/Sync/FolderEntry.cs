namespace Navo.Integrations.SharePoint.Internal;

/// <summary>What is known of a folder: its name, and the folder above.</summary>
internal sealed record FolderEntry(string? Name, string? Parent, bool IsRoot)
{
    /// <summary>A folder that can't be read: what is above it is not known.</summary>
    public static FolderEntry Unknown { get; } = new(null, null, IsRoot: false);
}
