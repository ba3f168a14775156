namespace Navo.Integrations.Core.Notifications;

/// <summary>What came of a request.</summary>
public enum NotificationOutcome
{
    /// <summary>No integration of that name is set up to be notified.</summary>
    Unknown = 0,

    /// <summary>The token is to be echoed.</summary>
    Handshake,

    /// <summary>What was proven in it waits for its errand; that may be nothing.</summary>
    Accepted,

    /// <summary>It can't be read.</summary>
    Malformed,

    /// <summary>It is not signed, or by somebody else.</summary>
    Forged,

    /// <summary>It was there before, or is older than is believed.</summary>
    Replayed,
}
