using System.Text.Json.Serialization;

namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A drive: a library of a site, or a OneDrive.</summary>
internal sealed record DriveDto
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? DriveType { get; set; }

    public string? WebUrl { get; set; }

    public DateTimeOffset? CreatedDateTime { get; set; }

    public DateTimeOffset? LastModifiedDateTime { get; set; }

    public IdentitySetDto? Owner { get; set; }

    [JsonPropertyName("sharePointIds")]
    public SharePointIdsDto? SharePointIds { get; set; }

    public EmptyFacetDto? System { get; set; }
}
