using Navo.Integrations.Testing.Conformance;
using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Confluence.Tests.Simulated;

public sealed class ConfluenceCloudConformance : IntegrationConformance
{
    protected override async ValueTask<ConformanceHarness> CreateHarnessAsync() => await ConfluenceHarness.CreateAsync(ConfluenceEdition.Cloud);
}

public sealed class ConfluenceGatewayConformance : IntegrationConformance
{
    protected override async ValueTask<ConformanceHarness> CreateHarnessAsync() => await ConfluenceHarness.CreateAsync(ConfluenceEdition.CloudGateway);
}

public sealed class ConfluenceDataCenterConformance : IntegrationConformance
{
    protected override async ValueTask<ConformanceHarness> CreateHarnessAsync() => await ConfluenceHarness.CreateAsync(ConfluenceEdition.DataCenter);
}
