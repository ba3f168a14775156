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
}
