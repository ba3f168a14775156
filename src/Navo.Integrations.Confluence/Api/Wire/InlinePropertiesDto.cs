namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The passage that an inline comment stands at.</summary>
public sealed record InlinePropertiesDto
{
    /// <summary>The passage (Cloud v2).</summary>
    public string? InlineOriginalSelection { get; set; }

    /// <summary>The passage (Data Center).</summary>
    public string? OriginalSelection { get; set; }
}
