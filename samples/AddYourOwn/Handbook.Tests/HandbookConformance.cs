using Navo.Integrations.Testing.Conformance;

namespace Handbook.Tests;

/// <summary>What every integration owes its callers, asked of the handbook.</summary>
public sealed class HandbookConformance : IntegrationConformance
{
    protected override async ValueTask<ConformanceHarness> CreateHarnessAsync() => await HandbookHarness.StartAsync(TestContext.Current.CancellationToken);
}
