using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>A query of a batch, equal to another that asks the same.</summary>
internal sealed class BatchKey(FederatedQuery query) : IEquatable<BatchKey>
{
    private readonly string _key = QueryKeys.Of(query);

    public FederatedQuery Query => query;

    public bool Equals(BatchKey? other) => other is not null && _key == other._key;

    public override bool Equals(object? obj) => Equals(obj as BatchKey);

    public override int GetHashCode() => _key.GetHashCode(StringComparison.Ordinal);
}
