namespace Navo.Integrations.Confluence.Internal.Notifications;

/// <summary>The events that a sync looks at.</summary>
/// <remarks><see href="https://confluence.atlassian.com/doc/managing-webhooks-1021225606.html"/>.</remarks>
internal static class WebhookEvents
{
    public static IReadOnlyList<string> All { get; } =
    [
        "attachment_created", "attachment_removed", "attachment_restored", "attachment_trashed", "attachment_updated",
        "blog_created", "blog_removed", "blog_restored", "blog_trashed", "blog_updated",
        "comment_created", "comment_removed", "comment_updated",
        "content_permissions_updated",
        "group_created", "group_removed",
        "label_added", "label_removed",
        "page_created", "page_moved", "page_removed", "page_restored", "page_trashed", "page_updated",
        "space_created", "space_permissions_updated", "space_removed", "space_updated",
        "user_deactivated", "user_reactivated", "user_removed",
    ];

    /// <summary>Whether an event says that somebody sees other things than before.</summary>
    public static bool IsOfAccess(string? name) => name is not null
        && (name.EndsWith("_permissions_updated", StringComparison.Ordinal) || name.StartsWith("group_", StringComparison.Ordinal) || name.StartsWith("user_", StringComparison.Ordinal));
}
