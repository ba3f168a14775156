using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The content of a search hit: what a hit shows and no more, as an answer holds up to 250 of them.</summary>
public sealed record SearchContentDto
{
    /// <summary>The id.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? Id { get; set; }

    /// <summary>The type, for example <c>page</c>.</summary>
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Type { get; set; }

    /// <summary>The title.</summary>
    public string? Title { get; set; }

    /// <summary>The space.</summary>
    public SearchSpaceDto? Space { get; set; }

    /// <summary>The version.</summary>
    public SearchVersionDto? Version { get; set; }
}
