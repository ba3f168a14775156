using System.Text.Json.Serialization;

namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>What makes an item a file.</summary>
internal sealed record FileFacetDto
{
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? MimeType { get; set; }

    public HashesDto? Hashes { get; set; }
}
