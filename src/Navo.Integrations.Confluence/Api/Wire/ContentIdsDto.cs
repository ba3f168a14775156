namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The question of <c>convert-ids-to-types</c>.</summary>
/// <param name="ContentIds">The ids, 1 to 100.</param>
public sealed record ContentIdsDto(IReadOnlyList<string> ContentIds);
