namespace Navo.Integrations.Confluence;

/// <summary>What came of the latest event that a webhook told.</summary>
/// <param name="Outcome">Whether it was taken.</param>
/// <param name="Description">What the instance says of it, such as a status.</param>
/// <param name="Event">The event.</param>
/// <param name="At">When it was sent.</param>
public sealed record WebhookDelivery(WebhookOutcome Outcome, string? Description, string? Event, DateTimeOffset? At);
