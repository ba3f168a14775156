namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The body of a content in the representations that were asked for.</summary>
public sealed record BodyDto
{
    /// <summary>Storage format.</summary>
    public BodyValueDto? Storage { get; set; }
}
