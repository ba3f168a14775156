using System.Text.Json.Serialization;

namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>One page of a list. The next link is opaque and followed as it is; a page may be empty while one follows.</summary>
internal sealed record GraphListDto<T>
{
    public IReadOnlyList<T>? Value { get; set; }

    [JsonPropertyName("@odata.nextLink")]
    public string? NextLink { get; set; }
}
