namespace Navo.Integrations.SharePoint.Internal;

/// <summary>A file or folder of a drive.</summary>
internal sealed record DriveItemAddress(string DriveId, string ItemId) : ItemAddress
{
    public override string ToString() => $"drives/{DriveId}/items/{ItemId}";
}
