using Navo.Integrations.Testing.Conformance;

namespace Navo.Integrations.EnterpriseGpt.Tests.Simulated;

/// <summary>What every integration owes, owed by Enterprise GPT over vector stores.</summary>
public sealed class GptConformance : IntegrationConformance
{
    protected override async ValueTask<ConformanceHarness> CreateHarnessAsync() => await GptHarness.CreateAsync();
}
