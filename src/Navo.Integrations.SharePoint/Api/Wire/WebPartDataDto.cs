using System.Text.Json;

namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>What a web part that is no text holds.</summary>
internal sealed record WebPartDataDto
{
    public string? Title { get; set; }

    public string? Description { get; set; }

    public JsonElement? Properties { get; set; }

    public ServerProcessedContentDto? ServerProcessedContent { get; set; }
}
