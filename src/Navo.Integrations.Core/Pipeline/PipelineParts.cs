using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Telemetry;

namespace Navo.Integrations.Core.Pipeline;

/// <summary>What the layers of one pipeline are made from.</summary>
internal sealed record PipelineParts
{
    public required IntegrationName Name { get; init; }

    public required Func<IntegrationOptions> Current { get; init; }

    public required Func<string> Realm { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Logger { get; init; }

    public required IntegrationInstruments Instruments { get; init; }

    public required TelemetryRedaction Redaction { get; init; }

    public required IIntegrationCache Cache { get; init; }

    public required AuditTrail Audit { get; init; }
}
