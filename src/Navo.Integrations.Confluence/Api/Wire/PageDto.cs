using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A page or blog post of v2.</summary>
public sealed record PageDto
{
    /// <summary>The id.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? Id { get; init; }

    /// <summary>The status.</summary>
    public string? Status { get; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The numeric id of the space.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? SpaceId { get; init; }

    /// <summary>The id of the parent.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? ParentId { get; init; }

    /// <summary>Of smart links: the address that it leads to.</summary>
    public string? EmbedUrl { get; init; }

    /// <summary>The account that made it.</summary>
    public string? AuthorId { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The version.</summary>
    public VersionDto? Version { get; init; }

    /// <summary>The body.</summary>
    public BodyDto? Body { get; init; }

    /// <summary>The labels, where asked for.</summary>
    public PageLabelsDto? Labels { get; init; }

    /// <summary>The links.</summary>
    [JsonPropertyName("_links")]
    public LinksDto? Links { get; init; }
}
