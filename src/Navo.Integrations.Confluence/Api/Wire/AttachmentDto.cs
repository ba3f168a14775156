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
}
