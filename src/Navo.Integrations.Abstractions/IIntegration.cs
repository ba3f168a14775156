namespace Navo.Integrations.Abstractions;

/// <summary>
/// One source of knowledge: search it, read it, ask who may see what, and ask how it is.
/// Every integration implements this interface; what only one vendor can say stands on the vendor's own interface, which extends it.
/// </summary>
/// <remarks>
/// <para>Every call that touches content names the reader on whose behalf it is made. A user sees only what the source lets that user see;
/// an unknown permission is no permission. To such a reader, denied and absent look the same.</para>
/// <para>Every method throws the family of <see cref="IntegrationException"/>, <see cref="ArgumentNullException"/> for a null argument,
/// and <see cref="OperationCanceledException"/> when the caller's token is cancelled. Implementations are safe for concurrent use.</para>
/// </remarks>
public interface IIntegration
{
    /// <summary>The name under which this integration is registered, for example <c>confluence</c> or <c>confluence:legal</c>.</summary>
    IntegrationName Name { get; }

    /// <summary>Searches the source and returns one page of hits that the reader may see.</summary>
    /// <param name="query">What to look for, where, and which page of it.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A page of hits, what was left out of it and why, and the continuation of the next page if there is one.</returns>
    /// <exception cref="InvalidQueryException">The query cannot be carried out as written, or a continuation does not belong to it.</exception>
    /// <exception cref="AuthenticationException">The source does not accept the configured credentials.</exception>
    /// <exception cref="PermissionException">The configured credentials may not search.</exception>
    /// <exception cref="ThrottledException">The source asks to wait longer than the deadline allows.</exception>
    /// <exception cref="UnavailableException">The source cannot be reached or its circuit breaker is open.</exception>
    /// <exception cref="IntegrationTimeoutException">The deadline passed.</exception>
    /// <exception cref="ProtocolException">The source's answer made no sense.</exception>
    Task<SearchPage> SearchAsync(SearchQuery query, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Reads one item as Markdown and plain text with its structure, links and metadata.</summary>
    /// <param name="id">The source's id of the item.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The whole item; anything that could not be carried over is listed in <see cref="KnowledgeContent.Losses"/>.</returns>
    /// <exception cref="NotFoundException">The item is absent, or not visible to the reader, or outside the configured boundary: the three look the same.</exception>
    /// <exception cref="PermissionException">Whether the reader may see the item could not be established.</exception>
    /// <exception cref="IntegrationException">See <see cref="SearchAsync"/> for the rest of the family.</exception>
    Task<KnowledgeContent> GetContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Decides whether the reader may see an item.</summary>
    /// <param name="id">The source's id of the item.</param>
    /// <param name="reader">Whose rights to check.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// Allow, deny or unknown, with the reason. A failure to find out is <see cref="PermissionOutcome.Unknown"/>, not an exception;
    /// treat it as deny (<see cref="PermissionDecision.IsAllowed"/> does).
    /// </returns>
    Task<PermissionDecision> CheckPermissionsAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Reads what is known about an item without its text.</summary>
    /// <param name="id">The source's id of the item.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Title, kind, place, people, times, labels, freshness, ancestors and web address.</returns>
    /// <exception cref="NotFoundException">The item is absent, or not visible to the reader, or outside the configured boundary.</exception>
    /// <exception cref="PermissionException">Whether the reader may see the item could not be established.</exception>
    /// <exception cref="IntegrationException">See <see cref="SearchAsync"/> for the rest of the family.</exception>
    Task<ContentMetadata> GetMetadataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Asks the source how it is, feature by feature, with the service's own credentials.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The state; a source that is down is reported here, not thrown.</returns>
    Task<IntegrationHealth> CheckHealthAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the credentials anew from where they are configured, for example after a rotation.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the new credentials are in use.</returns>
    /// <exception cref="AuthenticationException">No usable credentials could be had.</exception>
    Task RefreshCredentialsAsync(CancellationToken cancellationToken = default);
}
