using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A footer or inline comment of v2.</summary>
public sealed record CommentDto
{
    /// <summary>The id.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? Id { get; set; }

    /// <summary>The status.</summary>
    public string? Status { get; set; }

    /// <summary>The comment above a reply.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? ParentCommentId { get; set; }

    /// <summary>The version.</summary>
    public VersionDto? Version { get; set; }

    /// <summary>The body.</summary>
    public BodyDto? Body { get; set; }

    /// <summary>Of inline comments: <c>open</c>, <c>reopened</c>, <c>resolved</c> or <c>dangling</c>.</summary>
    public string? ResolutionStatus { get; set; }

    /// <summary>Of inline comments: the passage.</summary>
    public InlinePropertiesDto? Properties { get; set; }

    /// <summary>The links.</summary>
    [JsonPropertyName("_links")]
    public LinksDto? Links { get; set; }
}
