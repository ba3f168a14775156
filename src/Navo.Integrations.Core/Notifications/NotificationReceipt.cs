namespace Navo.Integrations.Core.Notifications;

/// <summary>The answer to a request.</summary>
/// <param name="Outcome">What came of it.</param>
public readonly record struct NotificationReceipt(NotificationOutcome Outcome)
{
    /// <summary>What is to be echoed as plain text in a handshake; null otherwise.</summary>
    public string? Token { get; init; }
}
