namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The outcome of an event.</summary>
/// <param name="Outcome"><c>SUCCESS</c>, <c>FAILURE</c> or <c>ERROR</c>.</param>
/// <param name="Description">What is said of it.</param>
public sealed record WebhookResultDto(string? Outcome, string? Description);
