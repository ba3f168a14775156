namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The answer of <c>convert-ids-to-types</c>.</summary>
/// <param name="Results">The type of each id; null for one that is absent or not visible.</param>
public sealed record ContentTypesDto(IReadOnlyDictionary<string, string?>? Results);
