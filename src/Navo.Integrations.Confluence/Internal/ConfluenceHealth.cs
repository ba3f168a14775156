using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Health;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>How the instance is: reachable, credentials in order, each feature permitted.</summary>
internal sealed class ConfluenceHealth(IIntegrationPipeline pipeline, IConfluenceDesk desk, Func<ConfluenceSettings> current, TimeProvider time)
{
    private const string Remedy = "Ask whoever runs the instance for a new client certificate, and configure it in Tls:ClientCertificateFile, before that day.";

    public Task<IntegrationHealth> CheckAsync(CancellationToken cancellationToken) =>
        HealthReport.CheckAsync(pipeline, time, Known, token => desk.ProbeAsync(current().Boundary.Keys, token), cancellationToken);

    private IEnumerable<FeatureHealth> Known() =>
        CertificateHealth.Of("client certificate", current().Options.Tls.GetClientCertificateEnd(), time.GetUtcNow(), Remedy);
}
