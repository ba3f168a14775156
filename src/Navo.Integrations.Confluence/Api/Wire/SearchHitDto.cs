using System.Text.Json.Serialization;
using Navo.Integrations.Confluence.Mapping;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A <see cref="SearchResultDto"/> as the desks read it: its excerpt, which is most of a hit, comes without marks at once.</summary>
internal sealed record SearchHitDto
{
    public SearchContentDto? Content { get; set; }

    [JsonConverter(typeof(HighlightedTextConverter))]
    public HighlightedText Excerpt { get; set; }

    public string? Url { get; set; }

    public DateTimeOffset? LastModified { get; set; }

    public double? Score { get; set; }
}
