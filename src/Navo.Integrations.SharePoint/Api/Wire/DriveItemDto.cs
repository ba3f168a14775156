using System.Text.Json.Serialization;

namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A file, folder or package of a drive.</summary>
internal sealed record DriveItemDto
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? ETag { get; set; }

    public string? CTag { get; set; }

    public long? Size { get; set; }

    public string? WebUrl { get; set; }

    public DateTimeOffset? CreatedDateTime { get; set; }

    public DateTimeOffset? LastModifiedDateTime { get; set; }

    public IdentitySetDto? CreatedBy { get; set; }

    public IdentitySetDto? LastModifiedBy { get; set; }

    public ItemReferenceDto? ParentReference { get; set; }

    public FileFacetDto? File { get; set; }

    public FolderFacetDto? Folder { get; set; }

    public PackageFacetDto? Package { get; set; }

    public DeletedFacetDto? Deleted { get; set; }

    public PublicationFacetDto? Publication { get; set; }

    public SharePointIdsDto? SharepointIds { get; set; }

    public EmptyFacetDto? Root { get; set; }

    public MalwareFacetDto? Malware { get; set; }

    public ListItemDto? ListItem { get; set; }

    public RetentionLabelDto? RetentionLabel { get; set; }

    public RemoteItemDto? RemoteItem { get; set; }

    /// <summary>In a feed of changes: that others may see it now, as the text <c>True</c>.</summary>
    [JsonPropertyName("@microsoft.graph.sharedChanged")]
    public string? SharedChanged { get; set; }
}
