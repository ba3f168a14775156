namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>What Data Center says of an attachment or comment beside the common members.</summary>
public sealed record ContentExtensionsDto
{
    /// <summary>Of attachments: the media type.</summary>
    public string? MediaType { get; set; }

    /// <summary>Of attachments: the size in bytes.</summary>
    public long? FileSize { get; set; }

    /// <summary>What was said of an attachment when it was uploaded.</summary>
    public string? Comment { get; set; }

    /// <summary>Of comments: <c>footer</c>, <c>inline</c> or <c>resolved</c>.</summary>
    public string? Location { get; set; }

    /// <summary>Of inline comments: the passage.</summary>
    public InlinePropertiesDto? InlineProperties { get; set; }

    /// <summary>Of comments: what became of them.</summary>
    public ResolutionDto? Resolution { get; set; }
}
