using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Access;

/// <summary>
/// Reads on behalf of a reader. The service's own read is cached once for all; a user passes the gate on every call before it is used,
/// so that a revoked right counts as soon as the cached decision ends.
/// </summary>
/// <param name="pipeline">The integration's pipeline.</param>
/// <param name="gate">The gate of the same integration.</param>
public sealed class GatedReads(IIntegrationPipeline pipeline, ReaderGate gate)
{
    private static readonly AccessContext FreshService = AccessContext.Service with { AllowStale = false };

    /// <summary>The gate that readers pass.</summary>
    public ReaderGate Gate => gate;

    /// <summary>Reads one item.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="request">The item, and how the service reads it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The item.</returns>
    /// <exception cref="InvalidQueryException">The id is <c>default</c>.</exception>
    /// <exception cref="NotFoundException">The reader may not see the item.</exception>
    /// <exception cref="PermissionException">It could not be established whether the reader may see it.</exception>
    public Task<T> ReadAsync<T>(IntegrationOperation operation, AccessContext reader, GatedRead<T> request, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(request);
        ReaderGate.Require(request.Id);
        return reader.IsService
            ? pipeline.ExecuteAsync(operation, CallFor(reader, request.Read), cancellationToken)
            : pipeline.ExecuteAsync(operation with { Region = CacheRegion.None }, CallFor(reader, ReadBehindGateAsync), cancellationToken);

        async Task<T> ReadBehindGateAsync(CancellationToken token)
        {
            await gate.EnsureAsync(request.Id, reader, token).ConfigureAwait(false);
            try
            {
                return await pipeline.ExecuteAsync(operation with { IsAudited = false }, CallFor(ServiceFor(reader), request.Read), token).ConfigureAwait(false);
            }
            catch (NotFoundException)
            {
                // The source's own answer differs from a refusal in its details; the reader must not be able to tell.
                throw ReaderGate.AbsentOrNotVisible(request.Id);
            }
        }

        IntegrationCall<T> CallFor(AccessContext who, Func<CancellationToken, Task<T>> work) => new ItemCall<T>(who, work, request.Id.Value, request.Variant) { ItemId = request.Id.Value, Renew = who.IsService ? request.Renew : null };
    }

    /// <summary>Searches, and trims the page for a user. Continuations are bound to the search and the reader they were given to.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="request">The search as the service makes it, from the source's own position (null for the first page); the page carries the next one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The page for the reader.</returns>
    /// <exception cref="InvalidQueryException">The continuation belongs to another search or reader.</exception>
    public Task<SearchPage> SearchAsync(IntegrationOperation operation, AccessContext reader, GatedSearch request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(request);
        return reader.IsService
            ? pipeline.ExecuteAsync(operation, request.AskedBy(reader), cancellationToken)
            : SearchForUserAsync(operation, reader, request, cancellationToken);
    }

    /// <summary>The service, as patient with old answers as the reader.</summary>
    private static AccessContext ServiceFor(AccessContext reader) => reader.AllowStale ? AccessContext.Service : FreshService;

    private Task<SearchPage> SearchForUserAsync(IntegrationOperation operation, AccessContext reader, GatedSearch request, CancellationToken cancellationToken)
    {
        return pipeline.ExecuteAsync(operation with { Region = CacheRegion.None }, new IntegrationCall<SearchPage>(reader, SearchBehindGateAsync) { QueryText = request.QueryText }, cancellationToken);

        async Task<SearchPage> SearchBehindGateAsync(CancellationToken token)
        {
            string? position = Continuation.Open(request.Given, reader, request.Own);
            GatedSearch asService = request.At(Continuation.Seal(position, AccessContext.Service, request.Own), ServiceFor(reader));
            SearchPage page = await pipeline.ExecuteAsync(operation with { IsAudited = false }, asService, token).ConfigureAwait(false);
            string? next = Continuation.Open(page.Continuation, AccessContext.Service, request.Own);
            SearchPage trimmed = await gate.TrimAsync(page, reader, token).ConfigureAwait(false);
            return trimmed with { Continuation = Continuation.Seal(next, reader, request.Own) };
        }
    }

    /// <summary>A read of an item, whose result shows what is in it.</summary>
    private sealed class ItemCall<T>(AccessContext reader, Func<CancellationToken, Task<T>> work, params string?[] arguments) : IntegrationCall<T>(reader, work, arguments)
        where T : class
    {
        internal override bool DisclosesItem => true;
    }
}
