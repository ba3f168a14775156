using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

public partial interface IConfluenceClient
{
    /// <summary>
    /// Finds out where links lead: page ids, addresses of pages, blog posts and attachments in all their forms, <c>KEY:Title</c>, tiny links (<c>/x/…</c>), profiles, relative or absolute.
    /// A link to another host is recognized and never asked.
    /// </summary>
    /// <param name="links">The links; one that stands there twice is resolved once.</param>
    /// <param name="reader">On whose behalf: what the reader may not see looks absent.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One for each link, in order. What fails, fails alone.</returns>
    /// <remarks>
    /// Many at once cost few calls: a search for each hundred ids and each twenty titles; ids that the search index does not know are read singly. A title that is too new for
    /// the index is not found. An absolute address is the site's own if its host is that of <see cref="ConfluenceOptions.BaseUrl"/>.
    /// </remarks>
    Task<IReadOnlyList<ResolvedLink>> ResolveLinksAsync(IReadOnlyCollection<string> links, AccessContext reader, CancellationToken cancellationToken = default);
}
