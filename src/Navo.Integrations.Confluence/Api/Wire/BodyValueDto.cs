namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A body in one representation.</summary>
/// <param name="Value">The text.</param>
public sealed record BodyValueDto(string? Value);
