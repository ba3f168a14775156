using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The answer of <c>/rest/api/search</c> on Cloud (v1) and Data Center.</summary>
public sealed record SearchResultsDto
{
    /// <summary>The hits.</summary>
    public IReadOnlyList<SearchResultDto>? Results { get; set; }

    /// <summary>How many hits there are on all pages.</summary>
    public long? TotalSize { get; set; }

    /// <summary>The links.</summary>
    [JsonPropertyName("_links")]
    public LinksDto? Links { get; set; }
}
