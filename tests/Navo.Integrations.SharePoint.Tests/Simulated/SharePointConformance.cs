using Navo.Integrations.Testing.Conformance;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

public sealed class SharePointConformance : IntegrationConformance
{
    protected override async ValueTask<ConformanceHarness> CreateHarnessAsync() => await SharePointHarness.CreateAsync();
}

public sealed class SharePointBoundedConformance : IntegrationConformance
{
    protected override async ValueTask<ConformanceHarness> CreateHarnessAsync() => await SharePointHarness.CreateAsync(options => options.Sites = ["engineering", "documentation", "/teams/procedures"]);
}
