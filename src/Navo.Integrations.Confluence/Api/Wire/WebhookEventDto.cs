namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>An event.</summary>
/// <param name="Id">Its name.</param>
public sealed record WebhookEventDto(string? Id);
