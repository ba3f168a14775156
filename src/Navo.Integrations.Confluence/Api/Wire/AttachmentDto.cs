using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>An attachment of v2.</summary>
public sealed record AttachmentDto
{
    /// <summary>The id, which begins with <c>att</c>.</summary>
    public string? Id { get; init; }

    /// <summary>The file name.</summary>
    public string? Title { get; init; }

    /// <summary>The media type.</summary>
    public string? MediaType { get; init; }

    /// <summary>The size in bytes.</summary>
    public long? FileSize { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The version.</summary>
    public VersionDto? Version { get; init; }

    /// <summary>The page that it hangs on.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? PageId { get; init; }

    /// <summary>The blog post that it hangs on.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? BlogPostId { get; init; }

    /// <summary>The status.</summary>
    public string? Status { get; init; }

    /// <summary>What was said of it when it was uploaded.</summary>
    public string? Comment { get; init; }

    /// <summary>The links.</summary>
    [JsonPropertyName("_links")]
    public LinksDto? Links { get; init; }
}
