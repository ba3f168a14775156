using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

public partial interface ISharePointClient
{
    /// <summary>Lists the versions of a document, the newest first.</summary>
    /// <param name="id">The document.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The versions: who saved each and when. What a library's settings have removed is not among them.</returns>
    /// <exception cref="NotFoundException">Absent, or not visible to the reader, or outside the configured sites.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.GetMetadataAsync"/>.</exception>
    /// <remarks><see href="https://learn.microsoft.com/graph/api/driveitem-list-versions"/>.</remarks>
    IAsyncEnumerable<DocumentVersion> TrackDocumentVersionsAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Lists the versions of all documents of a library that the reader may see, document by document as they are read.</summary>
    /// <param name="libraryId">The id of the library in Graph.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The versions.</returns>
    /// <exception cref="IntegrationException">See <see cref="GetLibraryItemsAsync"/>. A failure in between ends the stream: it is never passed off as its end.</exception>
    IAsyncEnumerable<DocumentVersion> TrackLibraryVersionsAsync(string libraryId, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Opens an older version of a document for reading.</summary>
    /// <param name="id">The document.</param>
    /// <param name="versionId">The version's label, such as <c>3.0</c>. The newest one is read with <see cref="GetDocumentContentAsync"/>.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the call up to its return.</param>
    /// <returns>The download, to be disposed of by the caller. The source keeps no hash of older versions to hold it against.</returns>
    /// <exception cref="NotFoundException">The document or the version is absent, or not visible to the reader.</exception>
    /// <exception cref="IntegrationException">See <see cref="GetDocumentContentAsync"/>.</exception>
    Task<DocumentDownload> GetDocumentVersionContentAsync(ContentId id, string versionId, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Compares the text of two versions of a document.</summary>
    /// <param name="id">The document.</param>
    /// <param name="from">The label of the earlier version.</param>
    /// <param name="to">The label of the later version.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="NotFoundException">The document or a version is absent, or not visible to the reader.</exception>
    /// <exception cref="IntegrationException">See <see cref="GetDocumentTextAsync"/>.</exception>
    Task<DocumentVersionDiff> CompareDocumentVersionsAsync(ContentId id, string from, string to, AccessContext reader, CancellationToken cancellationToken = default);
}
