using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <remarks>What hangs on a page or blog post.</remarks>
internal partial interface IConfluenceDesk
{
    /// <summary>A page or blog post; an id of another type is refused.</summary>
    Task<ContentPlace> PlaceAsync(ContentId id, CancellationToken cancellationToken);

    Task<IReadOnlyList<ContentVersion>> GetVersionsAsync(ContentPlace place, CancellationToken cancellationToken);

    /// <summary>One version with its body; its attachments are not listed.</summary>
    Task<VersionedItem> GetVersionAsync(ContentPlace place, int number, CancellationToken cancellationToken);

    Task<IReadOnlyList<ContentComment>> GetCommentsAsync(ContentPlace place, CancellationToken cancellationToken);

    Task<IReadOnlyList<ContentAttachment>> GetAttachmentsAsync(ContentPlace place, CancellationToken cancellationToken);

    /// <summary>An attachment by its id; an id of another type is refused.</summary>
    Task<FoundAttachment> FindAttachmentAsync(ContentId id, CancellationToken cancellationToken);
}
