using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A content of v1 and Data Center. What is filled depends on <c>expand</c>.</summary>
public sealed record ContentDto
{
    /// <summary>The id.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? Id { get; set; }

    /// <summary>The type, for example <c>page</c>.</summary>
    public string? Type { get; set; }

    /// <summary>The status, for example <c>current</c>.</summary>
    public string? Status { get; set; }

    /// <summary>The title.</summary>
    public string? Title { get; set; }

    /// <summary>The space.</summary>
    public SpaceDto? Space { get; set; }

    /// <summary>The version.</summary>
    public VersionDto? Version { get; set; }

    /// <summary>The history.</summary>
    public HistoryDto? History { get; set; }

    /// <summary>The ancestors, the outermost first.</summary>
    public IReadOnlyList<ContentDto>? Ancestors { get; set; }

    /// <summary>What it hangs on: of a comment or attachment the page or blog post, of those the space.</summary>
    public ContentDto? Container { get; set; }

    /// <summary>The body.</summary>
    public BodyDto? Body { get; set; }

    /// <summary>Labels and, of attachments, the media type.</summary>
    public ContentMetadataDto? Metadata { get; set; }

    /// <summary>Of attachments: media type and size. Of comments: place and state.</summary>
    public ContentExtensionsDto? Extensions { get; set; }

    /// <summary>The links.</summary>
    [JsonPropertyName("_links")]
    public LinksDto? Links { get; set; }
}
