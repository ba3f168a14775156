using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Caching;

/// <summary>All that the result of a call depends on, compared part by part and ordinally.</summary>
internal readonly struct CallIdentity(IntegrationOperation operation, string reader, string?[] arguments) : IEquatable<CallIdentity>
{
    private readonly IntegrationOperation _operation = operation;
    private readonly string _reader = reader;
    private readonly string?[] _arguments = arguments;

    public bool Equals(CallIdentity other) =>
        _operation.Equals(other._operation)
        && string.Equals(_reader, other._reader, StringComparison.Ordinal)
        && _arguments.AsSpan().SequenceEqual(other._arguments);

    public override bool Equals(object? obj) => obj is CallIdentity other && Equals(other);

    public override int GetHashCode()
    {
        int hash = HashCode.Combine(_operation.Name, _reader);
        foreach (string? argument in _arguments)
        {
            hash = HashCode.Combine(hash, argument);
        }

        return hash;
    }
}
