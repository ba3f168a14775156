using System.Diagnostics;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Telemetry;

/// <summary>What one integration reports its calls to: instruments for exporters, and the figures behind <see cref="IIntegrationMetrics"/>.</summary>
internal sealed class IntegrationInstruments(IntegrationName name, KindInstruments kind, OperationStatistics statistics)
{
    private readonly string _instance = TelemetryNames.OfInstance(name);

    /// <summary>Whether anyone wants activities.</summary>
    public bool IsTraced => kind.Source.HasListeners();

    public Activity? StartActivity(string operation)
    {
        Activity? activity = kind.Source.StartActivity(operation, ActivityKind.Internal);
        return activity?
            .SetTag(TelemetryNames.Integration, name.Kind)
            .SetTag(TelemetryNames.Instance, _instance)
            .SetTag(TelemetryNames.Operation, operation);
    }

    public void RecordSuccess(string operation, TimeSpan elapsed)
    {
        statistics.RecordSuccess(elapsed);
        if (kind.Duration.Enabled)
        {
            TagList tags = Tags(TelemetryNames.Operation, operation);
            kind.Duration.Record(elapsed.TotalSeconds, tags);
        }
    }

    public void RecordFailure(string operation, string errorType, TimeSpan elapsed)
    {
        statistics.RecordFailure(elapsed, errorType);
        if (kind.Duration.Enabled)
        {
            TagList tags = Tags(TelemetryNames.Operation, operation);
            tags.Add(TelemetryNames.ErrorType, errorType);
            kind.Duration.Record(elapsed.TotalSeconds, tags);
        }
    }

    public void RecordLookup(IntegrationOperation operation, ResultOriginKind origin)
    {
        statistics.RecordLookup(operation.Region, isHit: origin == ResultOriginKind.Cache);
        if (kind.CacheLookups.Enabled)
        {
            TagList tags = Tags(TelemetryNames.Operation, operation.Name);
            tags.Add(TelemetryNames.CacheRegion, TelemetryNames.OfRegion(operation.Region));
            tags.Add(TelemetryNames.CacheResult, TelemetryNames.OfCacheResult(origin));
            kind.CacheLookups.Add(1, tags);
        }
    }

    /// <summary>Counts what came in from the source by itself.</summary>
    public void RecordNotification(NotificationOutcome outcome)
    {
        if (kind.Notifications.Enabled)
        {
            TagList tags = Tags(TelemetryNames.NotificationOutcomeTag, TelemetryNames.OfNotification(outcome));
            kind.Notifications.Add(1, tags);
        }
    }

    /// <summary>Counts what a result says about permissions.</summary>
    public void RecordResult(object result)
    {
        if (result is PermissionDecision decision && kind.Decisions.Enabled)
        {
            TagList tags = Tags(TelemetryNames.PermissionOutcomeTag, TelemetryNames.OfOutcome(decision.Outcome));
            kind.Decisions.Add(1, tags);
        }
        else if (result is SearchPage { Omitted.Count: > 0 } page && kind.Omitted.Enabled)
        {
            foreach (Omission omission in page.Omitted)
            {
                TagList tags = Tags(TelemetryNames.OmissionReasonTag, TelemetryNames.OfOmission(omission.Reason));
                kind.Omitted.Add(omission.Count, tags);
            }
        }
    }

    private TagList Tags(string key, string value) =>
        new() { { TelemetryNames.Integration, name.Kind }, { TelemetryNames.Instance, _instance }, { key, value } };
}
