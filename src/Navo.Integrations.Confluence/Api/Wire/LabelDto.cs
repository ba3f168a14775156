namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A label.</summary>
/// <param name="Name">Its name without the prefix.</param>
public sealed record LabelDto(string? Name);
