using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>SharePoint, OneDrive and Teams files through Microsoft Graph: what every integration offers, and what only SharePoint can say.</summary>
/// <remarks>
/// Ids are the paths of resources in Graph, such as <c>drives/b!…/items/01…</c>. Readers are users of the tenant's directory, by object id
/// (<see cref="PrincipalSchemes.EntraObject"/>) or name (<see cref="PrincipalSchemes.UserPrincipalName"/>).
/// </remarks>
public partial interface ISharePointClient : IIntegration, IAccessExplainer
{
    /// <summary>Searches by KQL, within the configured sites.</summary>
    /// <param name="search">The query, from text or the <see cref="Kql"/> builder.</param>
    /// <param name="reader">On whose behalf. With the reader's own token (<see cref="SharePointOptions.UseUserAssertions"/>) Graph trims the hits; without, each is decided about here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A page of hits that the reader may see.</returns>
    /// <exception cref="InvalidQueryException">The service can't sort or search so, or a continuation does not belong to the search.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    /// <remarks><see href="https://learn.microsoft.com/graph/api/search-query"/>.</remarks>
    Task<SearchPage> SearchDocumentsAsync(DocumentSearch search, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Counts the documents that a query finds by the values of a property.</summary>
    /// <param name="query">The query.</param>
    /// <param name="property">A refinable managed property, for example <c>FileType</c> or <c>Author</c>.</param>
    /// <param name="reader">The service, or a user whose own token is there: counts can't be trimmed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The 100 most frequent values.</returns>
    /// <exception cref="PermissionException">The reader is a user without a token of the user's own.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    Task<IReadOnlyList<DocumentCount>> CountDocumentsAsync(Kql query, string property, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Reads what is known about a file or folder: columns, content type, labels, who has it checked out.</summary>
    /// <param name="id">The item.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The item.</returns>
    /// <exception cref="NotFoundException">Absent, or not visible to the reader, or outside the configured sites.</exception>
    /// <exception cref="InvalidQueryException">The id belongs to something else, such as a page.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.GetMetadataAsync"/>.</exception>
    Task<SharePointItem> GetDocumentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Opens a document for reading. The bytes are streamed, never held as a whole, and never cached.</summary>
    /// <param name="id">The document.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the call up to its return; reading is cancelled by the token given to each read.</param>
    /// <returns>The download, to be disposed of by the caller.</returns>
    /// <exception cref="NotFoundException">Absent, or not visible to the reader, or outside the configured sites.</exception>
    /// <exception cref="InvalidQueryException">The id belongs to something without bytes, such as a folder.</exception>
    /// <exception cref="ProtocolException">The document is larger than <see cref="SharePointOptions.MaxDocumentBytes"/>, or the source redirects to where its bytes must not be fetched from.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.GetContentAsync"/>.</exception>
    /// <remarks>
    /// Graph redirects to a pre-authenticated address, which is followed once, without credentials, over <c>https</c> and to public addresses only.
    /// <see href="https://learn.microsoft.com/graph/api/driveitem-get-content"/>.
    /// </remarks>
    Task<DocumentDownload> GetDocumentContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Reads the text of a document, through the application's <see cref="ITextExtractor"/>, with the place of each part of it. Neither bytes nor text are cached.</summary>
    /// <param name="id">The document.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the transfer and the reading.</param>
    /// <returns>The text, or the reason why there is none or not all of it.</returns>
    /// <exception cref="ConfigurationException">No extractor is registered: reference <c>Navo.Integrations.Extraction</c> and call <c>AddTextExtraction()</c>.</exception>
    /// <exception cref="IntegrationException">See <see cref="GetDocumentContentAsync"/>, and <see cref="DocumentDownload.Content"/> for what happens on the way.</exception>
    Task<DocumentText> GetDocumentTextAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default);
}
