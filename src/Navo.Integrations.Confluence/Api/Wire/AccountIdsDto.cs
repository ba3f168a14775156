namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The question of <c>users-bulk</c>.</summary>
/// <param name="AccountIds">The account ids, 1 to 250.</param>
public sealed record AccountIdsDto(IReadOnlyList<string> AccountIds);
