using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

public partial interface ISharePointClient
{
    /// <summary>Reads many contents: each comes with its content or with its own failure, never all or nothing.</summary>
    /// <param name="ids">Their ids; one that stands there twice costs one read.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="options">How many at once, and in which order; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>As many items as ids.</returns>
    /// <remarks>
    /// An item costs what <see cref="IIntegration.GetContentAsync"/> costs; sites, folders, columns and group memberships are read once for all, and permissions in batches.
    /// </remarks>
    IAsyncEnumerable<BatchItem<ContentId, KnowledgeContent>> GetContentsAsync(
        IReadOnlyCollection<ContentId> ids, AccessContext reader, BatchOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Makes many searches: each comes with its first page or with its own failure.</summary>
    /// <param name="queries">The queries.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="options">How many at once, and in which order; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>As many items as queries.</returns>
    IAsyncEnumerable<BatchItem<SearchQuery, SearchPage>> SearchManyAsync(
        IReadOnlyCollection<SearchQuery> queries, AccessContext reader, BatchOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Decides many questions. What can't be found out is an unknown decision, as for <see cref="IIntegration.CheckPermissionsAsync"/>.</summary>
    /// <param name="questions">The items and readers; a question that stands there twice costs one check.</param>
    /// <param name="options">How many at once, and in which order; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>As many items as questions.</returns>
    IAsyncEnumerable<BatchItem<PermissionQuestion, PermissionDecision>> CheckPermissionsManyAsync(
        IReadOnlyCollection<PermissionQuestion> questions, BatchOptions? options = null, CancellationToken cancellationToken = default);
}
