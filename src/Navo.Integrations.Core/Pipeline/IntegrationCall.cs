using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Pipeline;

/// <summary>One call of an operation.</summary>
/// <typeparam name="T">The result: immutable, and an <see cref="IServedResult"/> or a <see cref="PermissionDecision"/> if it is to be cached.</typeparam>
public class IntegrationCall<T>
    where T : class
{
    private readonly Func<CancellationToken, Task<T>>? _work;

    /// <summary>Describes a call.</summary>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="work">The work itself; it gets the token that the deadline cancels too.</param>
    /// <param name="arguments">All that the result depends on beside the reader, in a fixed order. Part of the cache key, as a hash.</param>
    public IntegrationCall(AccessContext reader, Func<CancellationToken, Task<T>> work, params string?[] arguments)
        : this(reader, arguments)
    {
        ArgumentNullException.ThrowIfNull(work);
        _work = work;
    }

    private protected IntegrationCall(AccessContext reader, string?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(arguments);
        (Reader, Arguments) = (reader, arguments);
    }

    /// <summary>On whose behalf.</summary>
    public AccessContext Reader { get; }

    /// <summary>The item that the call is about, for errors and the audit trail.</summary>
    public string? ItemId { get; init; }

    /// <summary>The words that are searched for, for traces where <see cref="Telemetry.TelemetryOptions.IncludeQueryText"/> lets them be told; null for none.</summary>
    public string? QueryText { get; init; }

    /// <summary>
    /// The work for a caller who still keeps a result past its lifetime, where that costs less: for example a file whose version is the same need not be read anew. It gets the kept result and
    /// makes every check that the work makes; null where nothing is saved.
    /// </summary>
    public Func<T, CancellationToken, Task<T>>? Renew { get; init; }

    /// <summary>Whether the result shows what is in the item.</summary>
    internal virtual bool DisclosesItem => false;

    internal string?[] Arguments { get; }

    internal virtual Task<T> WorkAsync(CancellationToken cancellationToken) => _work!(cancellationToken);

    internal Task<T> WorkAsync(T? kept, CancellationToken cancellationToken) =>
        kept is not null && Renew is { } renew ? renew(kept, cancellationToken) : WorkAsync(cancellationToken);
}
