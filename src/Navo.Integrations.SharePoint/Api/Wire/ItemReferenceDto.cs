using System.Text.Json.Serialization;

namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>Where an item stands.</summary>
internal sealed record ItemReferenceDto
{
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? DriveId { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? DriveType { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Id { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Name { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Path { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? SiteId { get; set; }

    public SharePointIdsDto? SharepointIds { get; set; }
}
