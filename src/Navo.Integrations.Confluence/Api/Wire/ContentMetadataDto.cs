namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The metadata of a content of Data Center.</summary>
public sealed record ContentMetadataDto
{
    /// <summary>The labels.</summary>
    public ListDto<LabelDto>? Labels { get; set; }

    /// <summary>The media type of an attachment.</summary>
    public string? MediaType { get; set; }
}
