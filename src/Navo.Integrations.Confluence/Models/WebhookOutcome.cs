namespace Navo.Integrations.Confluence;

/// <summary>Whether an event was taken by whom it was sent to.</summary>
public enum WebhookOutcome
{
    /// <summary>The instance says something else.</summary>
    Unknown = 0,

    /// <summary>It was taken.</summary>
    Success,

    /// <summary>It was answered with a failure.</summary>
    Failure,

    /// <summary>It could not be sent.</summary>
    Error,
}
