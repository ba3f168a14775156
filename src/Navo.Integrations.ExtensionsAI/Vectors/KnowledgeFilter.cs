using System.Linq.Expressions;
using Navo.Integrations.Abstractions;
using Navo.Integrations.ExtensionsAI.Internal;

namespace Navo.Integrations.ExtensionsAI.Vectors;

/// <summary>Filters records of a vector store by what a reader may see, and asks the sources about what was found.</summary>
public static class KnowledgeFilter
{
    /// <summary>How many principals a reader may have.</summary>
    public const int MaxPrincipals = 500;

    private const int MaxParallel = 8;

    /// <summary>The filter for one reader: each clause of a record must hold one of the reader's tokens.</summary>
    /// <param name="principals">The user and all groups of the user, nested ones included, as the sources name them.</param>
    /// <returns>An expression of <c>Contains</c>, <c>||</c> and <c>&amp;&amp;</c>, for <c>VectorSearchOptions.Filter</c>. A record whose policy is not known never matches.</returns>
    /// <exception cref="AuthenticationException">There is no user among them.</exception>
    /// <exception cref="PermissionException">There are more than <see cref="MaxPrincipals"/>.</exception>
    public static Expression<Func<KnowledgeRecord, bool>> For(IReadOnlyCollection<AccessPrincipal> principals)
    {
        ArgumentNullException.ThrowIfNull(principals);
        if (!principals.Any(static p => p.Kind == AccessPrincipalKind.User && p.Id != default))
        {
            throw new AuthenticationException("Nobody is known on whose behalf the records could be filtered.") { Remedy = "Pass the user beside the groups." };
        }

        string[] tokens = [.. principals.Append(AccessPrincipal.EveryoneSignedIn).Append(AccessPrincipal.Anonymous).Select(static p => p.ToString()).Distinct(StringComparer.Ordinal)];
        return tokens.Length <= MaxPrincipals + 2
            ? ClauseExpression.Of(tokens)
            : throw new PermissionException($"The reader has more than {MaxPrincipals} principals, which a filter does not hold.") { Remedy = "Check the reader's groups, or search within one source at a time." };
    }

    /// <summary>
    /// Keeps of what a store found only that of which its source says now that the reader may see it. A filter is as old as the index; this is the last word, and it is needed before anything is shown
    /// or given to a model.
    /// </summary>
    /// <param name="catalog">The integrations.</param>
    /// <param name="records">What was found, best first.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the checks.</param>
    /// <returns>The records that were clearly allowed, in their order. Denied, unknown, failed and unregistered are out.</returns>
    /// <exception cref="AuthenticationException">The reader is the service itself.</exception>
    public static async Task<IReadOnlyList<KnowledgeRecord>> KeepVisibleAsync(
        this IIntegrationCatalog catalog, IReadOnlyList<KnowledgeRecord> records, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(records);
        AccessContext known = Required.Known(reader);
        using SemaphoreSlim room = new(MaxParallel);
        (string, string)[] items = [.. records.Select(static r => (r.Source, r.ContentId)).Distinct()];
        bool[] allowed = await Task.WhenAll(items.Select(async item =>
        {
            await room.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await LiveCheck.IsAllowedAsync(catalog, item, known, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                room.Release();
            }
        })).ConfigureAwait(false);
        HashSet<(string, string)> visible = [.. items.Where((_, index) => allowed[index])];
        return [.. records.Where(record => visible.Contains((record.Source, record.ContentId)))];
    }
}
