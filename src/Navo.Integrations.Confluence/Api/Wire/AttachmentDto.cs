using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>An attachment of v2.</summary>
public sealed record AttachmentDto
{
    /// <summary>The id, which begins with <c>att</c>.</summary>
    public string? Id { get; set; }

    /// <summary>The file name.</summary>
    public string? Title { get; set; }

    /// <summary>The media type.</summary>
    public string? MediaType { get; set; }

    /// <summary>The size in bytes.</summary>
    public long? FileSize { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The version.</summary>
    public VersionDto? Version { get; set; }

    /// <summary>The page that it hangs on.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? PageId { get; set; }

    /// <summary>The blog post that it hangs on.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? BlogPostId { get; set; }

    /// <summary>The status.</summary>
    public string? Status { get; set; }

    /// <summary>What was said of it when it was uploaded.</summary>
    public string? Comment { get; set; }

    /// <summary>The links.</summary>
    [JsonPropertyName("_links")]
    public LinksDto? Links { get; set; }
}
