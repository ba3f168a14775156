namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>What became of a comment of Data Center.</summary>
/// <param name="Status">For example <c>open</c>, <c>reopened</c>, <c>resolved</c> or <c>dangling</c>.</param>
public sealed record ResolutionDto(string? Status);
