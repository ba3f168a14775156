namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>What Data Center says of an attachment beside the common members.</summary>
public sealed record AttachmentExtensionsDto
{
    /// <summary>The media type.</summary>
    public string? MediaType { get; set; }

    /// <summary>The size in bytes.</summary>
    public long? FileSize { get; set; }
}
