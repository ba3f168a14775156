using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Pipeline;

/// <summary>One call of an operation.</summary>
/// <typeparam name="T">The result: immutable, and an <see cref="IServedResult"/> or a <see cref="PermissionDecision"/> if it is to be cached.</typeparam>
/// <param name="Reader">On whose behalf.</param>
/// <param name="Work">The work itself; it gets the token that the deadline cancels too.</param>
/// <param name="Arguments">All that the result depends on beside the reader, in a fixed order. Part of the cache key, as a hash.</param>
public sealed record IntegrationCall<T>(AccessContext Reader, Func<CancellationToken, Task<T>> Work, params string?[] Arguments)
    where T : class
{
    /// <summary>The item that the call is about, for errors and the audit trail.</summary>
    public string? ItemId { get; init; }
}
