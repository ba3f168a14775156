namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>Whether a nested list goes on.</summary>
/// <param name="HasMore">Whether it does.</param>
public sealed record HasMoreDto(bool? HasMore);
