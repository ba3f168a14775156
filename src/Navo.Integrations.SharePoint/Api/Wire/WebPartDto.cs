using System.Text.Json.Serialization;

namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A web part: text with innerHtml, any other with data.</summary>
internal sealed record WebPartDto
{
    [JsonPropertyName("@odata.type")]
    public string? Type { get; set; }

    public string? Id { get; set; }

    public string? InnerHtml { get; set; }

    public string? WebPartType { get; set; }

    public WebPartDataDto? Data { get; set; }
}
