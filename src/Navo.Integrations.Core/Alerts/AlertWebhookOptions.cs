namespace Navo.Integrations.Core.Alerts;

/// <summary>Where alerts are posted to.</summary>
public sealed class AlertWebhookOptions
{
    /// <summary>The address; <c>https</c>, plain <c>http</c> for loopback only, without query. Null for no webhook.</summary>
    public Uri? Url { get; set; }

    /// <summary>The secret that signs each post, at least 16 characters; required with <see cref="Url"/>. The receiver checks the signature with the same one.</summary>
    public string? Secret { get; set; }

    /// <summary>How often a post is tried in all, 1 to 6; 4 by default. The waits between are 2 s, 4 s, 8 s and so on.</summary>
    public int MaxAttempts { get; set; } = 4;

    /// <summary>How long one attempt may take; 10 seconds by default, more than zero and at most 30 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
