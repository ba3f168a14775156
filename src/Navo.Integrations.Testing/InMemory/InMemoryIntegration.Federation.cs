using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Federation;

namespace Navo.Integrations.Testing.InMemory;

/// <content>What the federated search may ask of it.</content>
public sealed partial class InMemoryIntegration : IFederatedSource
{
    /// <summary>What it can express; everything unless this is set, so that a test can stand it in for a source that can't.</summary>
    public SourceAbilities Abilities { get; set; } = new()
    {
        Scopes = Enum.GetValues<SearchScopeKind>(),
        Filters = Enum.GetValues<SearchFilter>(),
    };
}
