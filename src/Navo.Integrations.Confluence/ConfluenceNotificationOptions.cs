using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence;

/// <summary>How Data Center tells of changes, by a webhook. Without <see cref="Url"/> there is none, and changes are found by asking, as always on Cloud, which tells Connect and Forge apps only.</summary>
/// <remarks><see href="https://developer.atlassian.com/server/confluence/webhooks/"/>.</remarks>
public sealed class ConfluenceNotificationOptions
{
    /// <summary>The address of the application to which Data Center posts events: <c>https</c>, or <c>http</c> on loopback. Of this instance alone: other webhooks that send to it are removed.</summary>
    public Uri? Url { get; set; }

    /// <summary>What events are signed with, 16 to 255 characters.</summary>
    [JsonIgnore]
    public string? Secret { get; set; }

    /// <summary>The secret before a rotation, which counts too while it is given.</summary>
    [JsonIgnore]
    public string? PreviousSecret { get; set; }

    /// <summary>How far the time of a signed event may lie from now, and how long the same one is not taken again: one second to one hour, 5 minutes by default.</summary>
    public TimeSpan ReplayWindow { get; set; } = TimeSpan.FromMinutes(5);
}
