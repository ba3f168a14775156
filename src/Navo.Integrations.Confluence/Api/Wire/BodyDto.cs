using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The body of a content in the representations that were asked for.</summary>
public sealed record BodyDto
{
    /// <summary>Storage format.</summary>
    public BodyValueDto? Storage { get; set; }

    /// <summary>Cloud's document format.</summary>
    [JsonPropertyName("atlas_doc_format")]
    public BodyValueDto? AtlasDocFormat { get; set; }

    /// <summary>The HTML that is shown to people.</summary>
    public BodyValueDto? View { get; set; }
}
