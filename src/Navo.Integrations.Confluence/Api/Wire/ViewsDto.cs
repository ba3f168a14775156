namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>How often a content was viewed.</summary>
public sealed record ViewsDto
{
    /// <summary>The number of views.</summary>
    public long? Count { get; set; }
}
