using System.Text.Json;
using System.Text.Json.Serialization;

namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>What a hit found: an item, list item, list, drive or site.</summary>
internal sealed record SearchResourceDto
{
    [JsonPropertyName("@odata.type")]
    public string? Type { get; set; }

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? DisplayName { get; set; }

    public string? ETag { get; set; }

    public string? WebUrl { get; set; }

    public long? Size { get; set; }

    public DateTimeOffset? CreatedDateTime { get; set; }

    public DateTimeOffset? LastModifiedDateTime { get; set; }

    public IdentitySetDto? LastModifiedBy { get; set; }

    public ItemReferenceDto? ParentReference { get; set; }

    public SharePointIdsDto? SharepointIds { get; set; }

    public FolderFacetDto? Folder { get; set; }

    public FileFacetDto? File { get; set; }

    public ListItemDto? ListItem { get; set; }

    public IReadOnlyDictionary<string, JsonElement>? Fields { get; set; }
}
