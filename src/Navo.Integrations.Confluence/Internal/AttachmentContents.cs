using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Attachments as contents: a search finds them, so their text can be read and cited as that of pages, behind the gate of the attachment itself and within the boundary.</summary>
internal sealed class AttachmentContents(GatedReads reads, PageStates states, AttachmentTransport transport, ITextExtractor? extractor, Func<ConfluenceSettings> current)
{
    public async Task<KnowledgeContent> ReadAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        ConfluenceSettings settings = current();
        GatedRead<KnowledgeContent> read = new(id, token => ReadAsServiceAsync(id, settings.Boundary, null, token), settings.ReadKey)
        {
            Renew = (kept, token) => ReadAsServiceAsync(id, settings.Boundary, kept, token),
        };
        KnowledgeContent content = await reads.ReadAsync(IntegrationOperations.GetContent, reader, read, cancellationToken).ConfigureAwait(false);
        await RequireAsync(content.Metadata, reader, cancellationToken).ConfigureAwait(false);
        return content;
    }

    public async Task<ContentMetadata> MetadataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        ConfluenceSettings settings = current();
        GatedRead<ContentMetadata> read = new(id, async token => (await FindAsync(id, settings.Boundary, token).ConfigureAwait(false)).Metadata, settings.ReadKey);
        ContentMetadata metadata = await reads.ReadAsync(IntegrationOperations.GetMetadata, reader, read, cancellationToken).ConfigureAwait(false);
        await RequireAsync(metadata, reader, cancellationToken).ConfigureAwait(false);
        return metadata;
    }

    /// <summary>What is kept of an attachment says how its page was then; how it is now is asked for no more rarely than a decision.</summary>
    private Task RequireAsync(ContentMetadata attachment, AccessContext reader, CancellationToken cancellationToken)
    {
        ReaderStates.Require(attachment.Id, attachment.Status, reader);
        return states.RequireAsync(attachment.Id, attachment.Ancestors[^1].Id, reader, cancellationToken);
    }

    private async Task<(FoundAttachment Found, ContentMetadata Metadata)> FindAsync(ContentId id, SpaceBoundary boundary, CancellationToken cancellationToken)
    {
        FoundAttachment found = await states.Desk.FindAttachmentAsync(id, cancellationToken).ConfigureAwait(false);
        boundary.Require(found.Container, id);
        ContentMetadata page = await states.Desk.GetMetadataAsync(Required.Member(found.Page, "container.id"), cancellationToken).ConfigureAwait(false);
        return (found, MetadataOf(found.Attachment, page));
    }

    private async Task<KnowledgeContent> ReadAsServiceAsync(ContentId id, SpaceBoundary boundary, KnowledgeContent? kept, CancellationToken cancellationToken)
    {
        (FoundAttachment found, ContentMetadata metadata) = await FindAsync(id, boundary, cancellationToken).ConfigureAwait(false);
        if (kept is not null && ExtractedContent.Renew(kept, metadata) is { } renewed)
        {
            return renewed;
        }

        ITextExtractor reading = extractor ?? throw NoExtractor();
        AttachmentDownload download = await transport.OpenAsync(found, cancellationToken).ConfigureAwait(false);
        await using (download.ConfigureAwait(false))
        {
            ExtractionRequest request = new() { Content = download.Content, FileName = found.Attachment.FileName, MediaType = download.MediaType };
            return ExtractedContent.ToContent(metadata, await reading.ExtractAsync(request, cancellationToken).ConfigureAwait(false), []);
        }
    }

    public static ConfigurationException NoExtractor() => new("No text extractor is registered.")
    {
        Remedy = "Reference the package Navo.Integrations.Extraction and call AddTextExtraction().",
    };

    /// <summary>State, place and labels are those of the page: what is confidential there is not less so in a file that hangs on it.</summary>
    private static ContentMetadata MetadataOf(ContentAttachment attachment, ContentMetadata page) => page with
    {
        Id = attachment.Id,
        Title = attachment.FileName,
        Kind = ContentKind.Attachment,
        Author = attachment.Author,
        Editor = attachment.Author,
        Owner = null,
        Created = attachment.Created,
        Modified = attachment.Modified,
        Version = attachment.Version.ToString(CultureInfo.InvariantCulture),
        Freshness = null,
        Ancestors = [.. page.Ancestors, new(page.Id, page.Title, page.Kind)],
        WebAddress = attachment.WebAddress,
    };
}
