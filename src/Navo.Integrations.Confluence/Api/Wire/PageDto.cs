using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A page or blog post of v2.</summary>
public sealed record PageDto
{
    /// <summary>The id.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? Id { get; set; }

    /// <summary>The status.</summary>
    public string? Status { get; set; }

    /// <summary>The title.</summary>
    public string? Title { get; set; }

    /// <summary>The numeric id of the space.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? SpaceId { get; set; }

    /// <summary>The id of the parent.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? ParentId { get; set; }

    /// <summary>The type of the parent, for example <c>page</c> or <c>folder</c>.</summary>
    public string? ParentType { get; set; }

    /// <summary>Of smart links: the address that it leads to.</summary>
    public string? EmbedUrl { get; set; }

    /// <summary>The account that made it.</summary>
    public string? AuthorId { get; set; }

    /// <summary>The account id of who owns it now.</summary>
    public string? OwnerId { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The version.</summary>
    public VersionDto? Version { get; set; }

    /// <summary>The body.</summary>
    public BodyDto? Body { get; set; }

    /// <summary>The labels, where asked for.</summary>
    public PageLabelsDto? Labels { get; set; }

    /// <summary>The links.</summary>
    [JsonPropertyName("_links")]
    public LinksDto? Links { get; set; }
}
