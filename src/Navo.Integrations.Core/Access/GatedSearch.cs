using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Access;

/// <summary>A search as the service makes it. It is its own call of the pipeline, so that a hit in the cache costs no object more.</summary>
public abstract class GatedSearch : IntegrationCall<SearchPage>
{
    /// <summary>Describes a search.</summary>
    /// <param name="continuationAndArguments">
    /// The continuation that the reader gave, null for the first page; then all that the page depends on beside it, in a fixed order. The array is kept.
    /// </param>
    protected GatedSearch(params string?[] continuationAndArguments)
        : this(AccessContext.Service, continuationAndArguments)
    {
    }

    private GatedSearch(AccessContext service, string?[] continuationAndArguments)
        : base(service, continuationAndArguments) => ArgumentOutOfRangeException.ThrowIfZero(continuationAndArguments.Length);

    internal string? Given => Arguments[0];

    internal ReadOnlySpan<string?> Own => Arguments.AsSpan(1);

    /// <summary>Describes a search.</summary>
    /// <param name="search">Searches from the source's own position, null for the first page. The page's continuation is the source's next position.</param>
    /// <param name="queryText">The words that are searched for, as <see cref="IntegrationCall{T}.QueryText"/>.</param>
    /// <param name="continuation">The continuation that the reader gave; null for the first page.</param>
    /// <param name="arguments">All that the page depends on beside it, in a fixed order.</param>
    /// <returns>The search.</returns>
    public static GatedSearch Of(Func<string?, CancellationToken, Task<SearchPage>> search, string? queryText, string? continuation, params ReadOnlySpan<string?> arguments)
    {
        ArgumentNullException.ThrowIfNull(search);
        return new Delegated(search, AccessContext.Service, [continuation, .. arguments]) { QueryText = queryText };
    }

    /// <summary>Searches, as the service.</summary>
    /// <param name="position">The source's own position; null for the first page.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The page; its continuation is the source's next position.</returns>
    protected abstract Task<SearchPage> FindAsync(string? position, CancellationToken cancellationToken);

    internal override async Task<SearchPage> WorkAsync(CancellationToken cancellationToken)
    {
        string? position = Continuation.Open(Given, AccessContext.Service, Own);
        SearchPage page = await FindAsync(position, cancellationToken).ConfigureAwait(false);
        return page with { Continuation = Continuation.Seal(page.Continuation, AccessContext.Service, Own) };
    }

    /// <summary>The same search, as patient with old answers as who asks.</summary>
    internal GatedSearch AskedBy(AccessContext service) => service.AllowStale == Reader.AllowStale ? this : At(Given, service);

    /// <summary>The same search from another page on.</summary>
    internal GatedSearch At(string? continuation, AccessContext service) => new Delegated(FindAsync, service, [continuation, .. Own]) { QueryText = QueryText };

    private sealed class Delegated(Func<string?, CancellationToken, Task<SearchPage>> search, AccessContext service, string?[] continuationAndArguments)
        : GatedSearch(service, continuationAndArguments)
    {
        protected override Task<SearchPage> FindAsync(string? position, CancellationToken cancellationToken) => search(position, cancellationToken);
    }
}
