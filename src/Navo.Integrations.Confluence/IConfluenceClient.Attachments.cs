using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

public partial interface IConfluenceClient
{
    /// <summary>Lists the files attached to a page or blog post, to the end.</summary>
    /// <param name="page">The page or blog post.</param>
    /// <param name="reader">On whose behalf; attachments are as visible as what they hang on.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The attachments, once each, in the order of the source.</returns>
    /// <exception cref="NotFoundException">The page is absent, or not visible to the reader, or outside the configured spaces.</exception>
    /// <exception cref="InvalidQueryException">The id belongs to neither a page nor a blog post; or, on Data Center, the page is archived, a draft or in the bin, where the source lists none.</exception>
    /// <exception cref="ProtocolException">The list ended before the number of attachments that the source counts.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>. Attachments are given only once all are read.</exception>
    IAsyncEnumerable<ContentAttachment> GetAttachmentsAsync(ContentId page, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Opens the newest version of an attachment for reading. The bytes are streamed, never held as a whole, and never cached.</summary>
    /// <param name="attachment">The attachment.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the call up to its return; reading is cancelled by the token given to each read.</param>
    /// <returns>The download, to be disposed of by the caller.</returns>
    /// <exception cref="NotFoundException">The attachment is absent, or not visible to the reader, or outside the configured spaces.</exception>
    /// <exception cref="InvalidQueryException">The id belongs to something else, such as a page.</exception>
    /// <exception cref="ProtocolException">
    /// The attachment is larger than <see cref="ConfluenceOptions.MaxAttachmentBytes"/>, or the source redirects to where its bytes must not be fetched from.
    /// </exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.GetContentAsync"/>.</exception>
    /// <remarks>
    /// Cloud redirects to a host of its own for media. That redirect is followed once, without credentials, over <c>https</c> and to public addresses only.
    /// <see href="https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-content---attachments/"/>.
    /// </remarks>
    Task<AttachmentDownload> DownloadAttachmentAsync(ContentId attachment, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Reads the text of the newest version of an attachment, through the application's <see cref="ITextExtractor"/>. Neither bytes nor text are cached.</summary>
    /// <param name="attachment">The attachment.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the transfer and the reading.</param>
    /// <returns>The text with its places, or the reason why there is none or not all of it.</returns>
    /// <exception cref="ConfigurationException">No extractor is registered: reference <c>Navo.Integrations.Extraction</c> and call <c>AddTextExtraction()</c>.</exception>
    /// <exception cref="IntegrationException">See <see cref="DownloadAttachmentAsync"/>, and <see cref="AttachmentDownload.Content"/> for what happens on the way.</exception>
    Task<AttachmentText> GetAttachmentTextAsync(ContentId attachment, AccessContext reader, CancellationToken cancellationToken = default);
}
