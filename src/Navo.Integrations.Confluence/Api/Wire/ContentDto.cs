using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A content of v1 and Data Center. What is filled depends on <c>expand</c>.</summary>
public sealed record ContentDto
{
    /// <summary>The id.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? Id { get; init; }

    /// <summary>The type, for example <c>page</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The status, for example <c>current</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The space.</summary>
    public SpaceDto? Space { get; init; }

    /// <summary>The version.</summary>
    public VersionDto? Version { get; init; }

    /// <summary>The history.</summary>
    public HistoryDto? History { get; init; }

    /// <summary>The ancestors, the outermost first.</summary>
    public IReadOnlyList<ContentDto>? Ancestors { get; init; }

    /// <summary>What it hangs on: of a comment or attachment the page or blog post, of those the space.</summary>
    public ContentDto? Container { get; init; }

    /// <summary>The body.</summary>
    public BodyDto? Body { get; init; }

    /// <summary>Labels and, of attachments, the media type.</summary>
    public ContentMetadataDto? Metadata { get; init; }

    /// <summary>Of attachments: media type and size. Of comments: place and state.</summary>
    public AttachmentExtensionsDto? Extensions { get; init; }

    /// <summary>The links.</summary>
    [JsonPropertyName("_links")]
    public LinksDto? Links { get; init; }
}
