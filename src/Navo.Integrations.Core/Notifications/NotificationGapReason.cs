namespace Navo.Integrations.Core.Notifications;

/// <summary>Why a source may have been silent.</summary>
public enum NotificationGapReason
{
    /// <summary>The subscription is new: what changed before it is not told.</summary>
    Created = 0,

    /// <summary>The subscription had ended or was not there any more.</summary>
    Expired,

    /// <summary>The source took the subscription away.</summary>
    Removed,

    /// <summary>The source says that notifications were lost.</summary>
    Missed,
}
