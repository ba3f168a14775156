using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

public partial interface IConfluenceClient
{
    /// <summary>Lists the versions of a page or blog post, to the end.</summary>
    /// <param name="id">The page or blog post.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The versions, the newest first; removed ones are left out.</returns>
    /// <exception cref="NotFoundException">The page is absent, or not visible to the reader, or outside the configured spaces.</exception>
    /// <exception cref="InvalidQueryException">The id belongs to neither a page nor a blog post.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>. Versions are given only once all are read.</exception>
    /// <remarks>Data Center has no list of versions: each is asked for by its number, several at once.</remarks>
    IAsyncEnumerable<ContentVersion> GetVersionsAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Reads a page or blog post as it was in one version.</summary>
    /// <param name="id">The page or blog post.</param>
    /// <param name="version">The number of the version, from 1.</param>
    /// <param name="reader">On whose behalf; who may read the page now may read its versions.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Title, text, editor and time of that version. Labels, ancestors and space are those of now; attachments are not listed.</returns>
    /// <exception cref="NotFoundException">The page is absent, or not visible to the reader, or outside the configured spaces; or the version was removed.</exception>
    /// <exception cref="InvalidQueryException">The number is below 1 or above the newest; or the id belongs to neither a page nor a blog post.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.GetContentAsync"/>.</exception>
    Task<ConfluencePage> GetPageVersionAsync(ContentId id, int version, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Compares the text of two versions.</summary>
    /// <param name="id">The page or blog post.</param>
    /// <param name="from">The number of the version to compare from, from 1.</param>
    /// <param name="to">The number of the version to compare to, from 1; it may be the lower one.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Who saved both and when, and the lines that were added and removed.</returns>
    /// <exception cref="NotFoundException">See <see cref="GetPageVersionAsync"/>.</exception>
    /// <exception cref="InvalidQueryException">See <see cref="GetPageVersionAsync"/>.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.GetContentAsync"/>.</exception>
    Task<VersionDiff> CompareVersionsAsync(ContentId id, int from, int to, AccessContext reader, CancellationToken cancellationToken = default);
}
