using System.Text.Json.Serialization;

namespace Navo.Integrations.SharePoint;

/// <summary>How Graph tells of changes in libraries. Without <see cref="Url"/> nothing is subscribed to, and changes are found by asking.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/change-notifications-overview"/>.</remarks>
public sealed class SharePointNotificationOptions
{
    /// <summary>The longest life that the vendor gives a subscription to a library: 42,300 minutes.</summary>
    /// <remarks><see href="https://learn.microsoft.com/graph/change-notifications-overview#subscription-lifetime"/>.</remarks>
    internal static readonly TimeSpan LongestLifetime = TimeSpan.FromMinutes(42_300);

    /// <summary>
    /// The public address of the application to which Graph sends notifications: <c>https</c>, or <c>http</c> on loopback. Of this instance alone: what is subscribed to under it and is not needed is
    /// removed. Null: not notified.
    /// </summary>
    public Uri? Url { get; set; }

    /// <summary>What notifications are proven by, at least 32 characters. It does not leave the application: subscriptions carry what is derived from it.</summary>
    [JsonIgnore]
    public string? Secret { get; set; }

    /// <summary>The secret before a rotation. While it is given, what it proves is accepted, and subscriptions that were made with it are replaced.</summary>
    [JsonIgnore]
    public string? PreviousSecret { get; set; }

    /// <summary>How long a subscription lives before it is renewed: one hour to 42,300 minutes (29.4 days), 27 days by default.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(27);

    /// <summary>How long before its end a subscription is renewed: at most half of <see cref="Lifetime"/>, 3 days by default.</summary>
    public TimeSpan RenewAhead { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Addresses of the sites and libraries that are subscribed to; empty for all that the option <c>Sites</c> allows.</summary>
    public IList<string> Containers { get; set; } = [];
}
