using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.Core.Telemetry;

/// <summary>Every name under which the integrations report, in the style of OpenTelemetry's semantic conventions.</summary>
/// <remarks>
/// One source of traces and one meter for each kind of integration, named <c>Navo.Integrations.{Kind}</c>. Values of tags are from small,
/// closed sets: never an id, never the text of a query.
/// </remarks>
public static class TelemetryNames
{
    /// <summary>What the names of all sources and meters begin with; subscribe to <c>Navo.Integrations.*</c>.</summary>
    public const string Prefix = "Navo.Integrations.";

    /// <summary>Histogram in seconds: how long calls took. Tags: integration, instance, operation, and the error's type for a failure.</summary>
    public const string OperationDuration = "navo.integration.operation.duration";

    /// <summary>Counter: look-ups in the cache. Tags: integration, instance, operation, <see cref="CacheRegion"/>, <see cref="CacheResult"/>.</summary>
    public const string CacheLookups = "navo.integration.cache.lookups";

    /// <summary>Counter: permission decisions that were handed out. Tags: integration, instance, <see cref="PermissionOutcomeTag"/>.</summary>
    public const string PermissionDecisions = "navo.integration.permission.decisions";

    /// <summary>Counter: items that were left out of search pages. Tags: integration, instance, <see cref="OmissionReasonTag"/>.</summary>
    public const string ItemsOmitted = "navo.integration.items.omitted";

    /// <summary>Counter: requests in which a source told of changes by itself. Tags: integration, instance, <see cref="NotificationOutcomeTag"/>.</summary>
    public const string Notifications = "navo.integration.notifications";

    /// <summary>Gauge, 0 to 1: the share of the source's quota that is left, as its last answers told. Tags: integration, instance.</summary>
    public const string QuotaLeft = "navo.integration.quota.left";

    /// <summary>Gauge: circuit breakers that are open. Tags: integration, instance.</summary>
    public const string BreakersOpen = "navo.integration.breakers.open";

    /// <summary>Histogram in seconds: how long federated searches took. Tag: <see cref="FederatedComplete"/>.</summary>
    public const string FederatedDuration = "navo.federated.duration";

    /// <summary>Counter: sources of federated searches. Tags: integration, instance, <see cref="FederatedStatus"/>.</summary>
    public const string FederatedSources = "navo.federated.sources";

    /// <summary>Activity, and its operation: a federated search as a whole, over the activities of its sources. Tags: operation, <see cref="FederatedComplete"/>, and the error's type for a failure.</summary>
    public const string FederatedSearch = "federated_search";

    /// <summary>Tag: whether every source answered in full and afresh.</summary>
    public const string FederatedComplete = "navo.federated.complete";

    /// <summary>Tag: what came of a source, for example <c>answered</c> or <c>timed_out</c>.</summary>
    public const string FederatedStatus = "navo.federated.status";

    /// <summary>Tag: the kind of integration, for example <c>confluence</c>.</summary>
    public const string Integration = "navo.integration";

    /// <summary>Tag: the instance; <c>default</c> for the one without a name.</summary>
    public const string Instance = "navo.instance";

    /// <summary>Tag: the operation, for example <c>get_content</c>.</summary>
    public const string Operation = "navo.operation";

    /// <summary>Tag: what went wrong, for example <c>throttled</c>; absent when nothing did.</summary>
    public const string ErrorType = "error.type";

    /// <summary>Tag: <c>response</c>, <c>content</c>, <c>permission</c> or <c>metadata</c>.</summary>
    public const string CacheRegion = "navo.cache.region";

    /// <summary>Tag: <c>hit</c>, <c>miss</c> or <c>stale</c>.</summary>
    public const string CacheResult = "navo.cache.result";

    /// <summary>Tag of activities: <c>source</c>, <c>cache</c> or <c>stale_cache</c>.</summary>
    public const string Origin = "navo.origin";

    /// <summary>Tag of the activity of a search: what was searched for, only where <see cref="TelemetryOptions.IncludeQueryText"/> lets it be told.</summary>
    public const string QueryText = "navo.query.text";

    /// <summary>Tag: <c>allow</c>, <c>deny</c> or <c>unknown</c>.</summary>
    public const string PermissionOutcomeTag = "navo.permission.outcome";

    /// <summary>Tag: why items were left out, for example <c>not_permitted</c>.</summary>
    public const string OmissionReasonTag = "navo.omission.reason";

    /// <summary>Tag: what came of a notification, for example <c>accepted</c> or <c>forged</c>.</summary>
    public const string NotificationOutcomeTag = "navo.notification.outcome";

    /// <summary>The name of the source and the meter of a kind of integration.</summary>
    /// <param name="kind">The kind, for example <c>confluence</c>; parts after <c>-</c> or <c>_</c> begin with a capital.</param>
    /// <returns>For example <c>Navo.Integrations.Confluence</c>.</returns>
    public static string Of(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        IEnumerable<string> words = kind.Split('-', '_')
            .Where(static word => word.Length > 0)
            .Select(static word => string.Concat([char.ToUpperInvariant(word[0])], word.AsSpan(1))); // a culture, even the invariant one, would be loaded for it
        return Prefix + string.Concat(words);
    }

    /// <summary>The value of <see cref="ErrorType"/> for a failure, from a small, closed set: for activities of your own.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>For example <c>throttled</c>; <c>cancelled</c> for a cancellation, <c>other</c> for what is none of our family.</returns>
    public static string OfError(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return ErrorTypes.Of(failure);
    }

    internal static string OfOrigin(ResultOriginKind origin) => origin switch
    {
        ResultOriginKind.Cache => "cache",
        ResultOriginKind.StaleCache => "stale_cache",
        _ => "source",
    };

    internal static string OfCacheResult(ResultOriginKind origin) => origin switch
    {
        ResultOriginKind.Cache => "hit",
        ResultOriginKind.StaleCache => "stale",
        _ => "miss",
    };

    internal static string OfRegion(Caching.CacheRegion region) => region switch
    {
        Caching.CacheRegion.Response => "response",
        Caching.CacheRegion.Content => "content",
        Caching.CacheRegion.Permission => "permission",
        _ => "metadata",
    };

    internal static string OfOutcome(PermissionOutcome outcome) => outcome switch
    {
        PermissionOutcome.Allow => "allow",
        PermissionOutcome.Deny => "deny",
        _ => "unknown",
    };

    internal static string OfOmission(OmissionReason reason) => reason switch
    {
        OmissionReason.NotPermitted => "not_permitted",
        OmissionReason.PermissionUnknown => "permission_unknown",
        OmissionReason.OutsideConfiguredScope => "outside_configured_scope",
        OmissionReason.Duplicate => "duplicate",
        OmissionReason.UnsupportedKind => "unsupported_kind",
        _ => "other",
    };

    internal static string OfNotification(NotificationOutcome outcome) => outcome switch
    {
        NotificationOutcome.Handshake => "handshake",
        NotificationOutcome.Accepted => "accepted",
        NotificationOutcome.Malformed => "malformed",
        NotificationOutcome.Forged => "forged",
        NotificationOutcome.Replayed => "replayed",
        _ => "unknown",
    };

    internal static string OfInstance(IntegrationName name) => name.Instance.Length == 0 ? "default" : name.Instance;

    internal static string OfStatus(SourceStatus status) => status switch
    {
        SourceStatus.Answered => "answered",
        SourceStatus.Partial => "partial",
        SourceStatus.TimedOut => "timed_out",
        SourceStatus.Failed => "failed",
        SourceStatus.Skipped => "skipped",
        SourceStatus.StaleFromCache => "stale_from_cache",
        SourceStatus.Refused => "refused",
        _ => "not_asked",
    };
}
