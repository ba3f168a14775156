using Navo.Integrations.Testing.Conformance;

namespace Navo.Integrations.Core.Tests.InMemory;

/// <summary>The in-memory integration keeps what every integration owes.</summary>
public sealed class InMemoryConformance : IntegrationConformance
{
    protected override ValueTask<ConformanceHarness> CreateHarnessAsync() => ValueTask.FromResult<ConformanceHarness>(new InMemoryHarness());
}
