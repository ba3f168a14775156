using System.Text.Json;
using System.Text.Json.Serialization;

namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>One page of items, each of them yet to be read: one that can't be does not take the others with it. Of a feed of changes the last page has a link to the changes to come.</summary>
internal sealed record ItemPageDto
{
    public IReadOnlyList<JsonElement>? Value { get; set; }

    [JsonPropertyName("@odata.nextLink")]
    public string? NextLink { get; set; }

    [JsonPropertyName("@odata.deltaLink")]
    public string? DeltaLink { get; set; }
}
