using System.Diagnostics.Metrics;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Telemetry;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Counts what the waist does not know of: answers of a model that took over.</summary>
internal sealed class ModelInstruments(IMeterFactory meters, IntegrationName name)
{
    private readonly Counter<long> _fallbacks = meters.Create(TelemetryNames.Of(EnterpriseGptDefaults.Kind))
        .CreateCounter<long>(EnterpriseGptTelemetry.ModelFallbacks, "{answer}", "Answers that another model than the one asked for gave.");

    public void RecordFallback(GeneratedResponse response)
    {
        if (response.FallbackReason != ModelFallbackReason.None)
        {
            _fallbacks.Add(
                1,
                new(TelemetryNames.Instance, name.Instance.Length == 0 ? "default" : name.Instance),
                new(EnterpriseGptTelemetry.FallbackReason, response.FallbackReason == ModelFallbackReason.ShutdownDatePassed ? "shutdown_date_passed" : "model_unavailable"));
        }
    }
}
