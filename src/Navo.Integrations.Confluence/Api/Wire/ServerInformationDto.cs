namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>What a Data Center instance says of itself.</summary>
/// <param name="Version">The version, for example <c>10.0.3</c>.</param>
public sealed record ServerInformationDto(string? Version);
