using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A <see cref="SearchResultsDto"/> as the desks read it.</summary>
internal sealed record SearchHitsDto
{
    public IReadOnlyList<SearchHitDto>? Results { get; set; }

    public long? TotalSize { get; set; }

    [JsonPropertyName("_links")]
    public LinksDto? Links { get; set; }
}
