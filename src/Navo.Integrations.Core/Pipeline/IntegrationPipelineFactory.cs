using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.Core.Telemetry;

namespace Navo.Integrations.Core.Pipeline;

internal sealed class IntegrationPipelineFactory(
    IntegrationTelemetry telemetry,
    IIntegrationCache cache,
    IAuditSink auditSink,
    ValidOptions<AuditOptions> auditOptions,
    TelemetryRedaction redaction,
    PipelineEnvironment environment) : IIntegrationPipelineFactory
{
    public IIntegrationPipeline Create(IntegrationName name, Func<IntegrationOptions> current, Func<string> realm)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(realm);
        ILogger logger = environment.Loggers.CreateLogger(TelemetryNames.Of(name.Kind));
        return new IntegrationPipeline(new PipelineParts
        {
            Name = name,
            Current = current,
            Realm = realm,
            Time = environment.Time,
            Logger = logger,
            Instruments = telemetry.For(name),
            Cache = cache,
            Redaction = redaction,
            Audit = new AuditTrail(name, auditSink, auditOptions, environment.Time, logger),
        });
    }
}
