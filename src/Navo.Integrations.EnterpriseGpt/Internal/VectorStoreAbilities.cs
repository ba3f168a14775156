using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Federation;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>What the federated search may ask of vector stores: all that <see cref="StoreFilter"/> can say.</summary>
internal static class VectorStoreAbilities
{
    public static SourceAbilities All { get; } = new()
    {
        Scopes = [SearchScopeKind.Store],
        Filters = [SearchFilter.Kinds, SearchFilter.Authors, SearchFilter.Modified],
        MaxLimit = 50,
    };
}
