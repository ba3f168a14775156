using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Caching;

/// <summary>What came of asking ahead.</summary>
public sealed record CacheWarmUpReport
{
    /// <summary>How many calls succeeded; those that the cache answered already count too.</summary>
    public required int Succeeded { get; init; }

    /// <summary>Why the others failed; each failure names its item where it is about one.</summary>
    public required IReadOnlyList<IntegrationException> Failures { get; init; }
}
