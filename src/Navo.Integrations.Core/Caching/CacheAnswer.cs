using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Caching;

/// <summary>What a look-up gave: a result, and where it came from.</summary>
internal readonly record struct CacheAnswer<T>(T Value, ResultOriginKind Kind, long AskedAt)
    where T : class;
