using System.Text.Json;

namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>An item of a list, with its columns as they are.</summary>
internal sealed record ListItemDto
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? ETag { get; set; }

    public string? WebUrl { get; set; }

    public DateTimeOffset? CreatedDateTime { get; set; }

    public DateTimeOffset? LastModifiedDateTime { get; set; }

    public IdentitySetDto? CreatedBy { get; set; }

    public IdentitySetDto? LastModifiedBy { get; set; }

    public ItemReferenceDto? ParentReference { get; set; }

    public ContentTypeDto? ContentType { get; set; }

    public SharePointIdsDto? SharepointIds { get; set; }

    public IReadOnlyDictionary<string, JsonElement>? Fields { get; set; }

    public DeletedFacetDto? Deleted { get; set; }

    public DriveItemDto? DriveItem { get; set; }
}
