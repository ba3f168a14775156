namespace Navo.Integrations.Core.Notifications;

/// <summary>What is to be made of a request.</summary>
public abstract record NotificationVerdict
{
    private NotificationVerdict()
    {
    }

    /// <summary>The source wants to know that somebody is there: the token is echoed as plain text.</summary>
    /// <param name="Token">The token.</param>
    public sealed record Handshake(string Token) : NotificationVerdict;

    /// <summary>The request is well formed. What is not proven in it was left out, and the sender is not told so.</summary>
    /// <param name="Notifications">What is proven.</param>
    public sealed record Accepted(IReadOnlyList<SourceNotification> Notifications) : NotificationVerdict
    {
        /// <summary>How many entries were left out: of another tenant, of an unknown subscription, with a wrong client state.</summary>
        public int Ignored { get; init; }
    }

    /// <summary>The request is none of the source's.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(NotificationRefusal Reason) : NotificationVerdict;
}
