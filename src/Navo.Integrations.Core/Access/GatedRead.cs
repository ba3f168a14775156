using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Access;

/// <summary>A read of one item as the service makes it.</summary>
/// <typeparam name="T">The result.</typeparam>
/// <param name="Id">The item.</param>
/// <param name="Read">Reads it.</param>
/// <param name="Variant">All that the result depends on beside the id, for example the options that shape it.</param>
public sealed record GatedRead<T>(ContentId Id, Func<CancellationToken, Task<T>> Read, string? Variant = null)
{
    /// <summary>Reads it where an earlier result is still kept, past its lifetime, as <see cref="Pipeline.IntegrationCall{T}.Renew"/> says; null where nothing is saved.</summary>
    public Func<T, CancellationToken, Task<T>>? Renew { get; init; }
}
