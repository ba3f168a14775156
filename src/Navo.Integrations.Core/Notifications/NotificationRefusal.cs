namespace Navo.Integrations.Core.Notifications;

/// <summary>Why a request is refused.</summary>
public enum NotificationRefusal
{
    /// <summary>The integration is not set up to be notified.</summary>
    NotConfigured = 0,

    /// <summary>It can't be read.</summary>
    Malformed,

    /// <summary>It is not signed, or by somebody else.</summary>
    Forged,

    /// <summary>It was there before, or is older than is believed.</summary>
    Replayed,
}
