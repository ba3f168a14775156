using System.Text;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Mapping;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Reads of single items: within the boundary, behind the gate, with their text.</summary>
internal sealed class SharePointReads(GatedReads reads, SharePointItems items, DocumentTransport transport, ITextExtractor? extractor, Func<SharePointSettings> current)
{
    public async Task<KnowledgeContent> ContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        GatedRead<KnowledgeContent> read = new(id, token => ReadContentAsync(ItemAddress.Parse(id), null, token), current().ReadKey)
        {
            Renew = (kept, token) => ReadContentAsync(ItemAddress.Parse(id), kept, token),
        };
        KnowledgeContent content = await reads.ReadAsync(IntegrationOperations.GetContent, reader, read, cancellationToken).ConfigureAwait(false);
        ReaderStates.Require(content.Metadata, reader);
        return content;
    }

    public async Task<ContentMetadata> MetadataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        ContentMetadata metadata = await RunAsync(IntegrationOperations.GetMetadata, id, reader, items.GetMetadataAsync, cancellationToken).ConfigureAwait(false);
        ReaderStates.Require(metadata, reader);
        return metadata;
    }

    public Task<SharePointItem> DocumentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken) =>
        RunAsync(SharePointOperations.GetDocument, id, reader, (address, token) => items.GetItemAsync(RequireItem(address), token), cancellationToken);

    public Task<DocumentDownload> DownloadAsync(ContentId id, string? version, AccessContext reader, CancellationToken cancellationToken) => RunAsync(
        version is null ? SharePointOperations.GetDocumentContent : SharePointOperations.GetVersionContent,
        id,
        reader,
        async (address, token) => await transport.OpenAsync(RequireBytes(await items.GetItemAsync(RequireItem(address), token).ConfigureAwait(false)), version, token).ConfigureAwait(false),
        cancellationToken);

    public async Task<DocumentText> TextAsync(ContentId id, string? version, AccessContext reader, CancellationToken cancellationToken)
    {
        ITextExtractor reading = Extractor();
        DocumentDownload download = await DownloadAsync(id, version, reader, cancellationToken).ConfigureAwait(false);
        await using (download.ConfigureAwait(false))
        {
            return new(download.Document, await ReadAsync(reading, download, cancellationToken).ConfigureAwait(false));
        }
    }

    public static DriveItemAddress RequireItem(ItemAddress address) => address as DriveItemAddress
        ?? throw new InvalidQueryException("The id belongs to something else than a document or folder.") { Remedy = "Pass the id of an item of a library, or use GetContentAsync." };

    private async Task<KnowledgeContent> ReadContentAsync(ItemAddress address, KnowledgeContent? kept, CancellationToken cancellationToken)
    {
        switch (address)
        {
            case DriveItemAddress item:
                return await ReadDocumentAsync(item, kept, cancellationToken).ConfigureAwait(false);
            case ListItemAddress entry:
                SharePointListItem listItem = await items.GetListItemAsync(entry, cancellationToken).ConfigureAwait(false);
                ContentLoss[] attachments = listItem.HasAttachments ? [new("list-item:attachments", "Files are attached, which Graph does not give.")] : [];
                return ExtractedContent.ToContent(items.ToMetadata(listItem), await ReadMarkupAsync(ListItemMapping.ToHtml(listItem), cancellationToken).ConfigureAwait(false), attachments);
            case SitePageAddress page:
                SitePageDto dto = await items.GetPageAsync(page, cancellationToken).ConfigureAwait(false);
                (string html, IReadOnlyList<ContentLoss> losses) = CanvasMapping.ToHtml(dto);
                ContentMetadata metadata = await items.PageMetadataAsync(dto, page, cancellationToken).ConfigureAwait(false);
                return ExtractedContent.ToContent(metadata, await ReadMarkupAsync(html, cancellationToken).ConfigureAwait(false), losses);
            default:
                throw new InvalidQueryException("A site has no text of its own.") { Remedy = "Read its pages, documents and list items." };
        }
    }

    private async Task<KnowledgeContent> ReadDocumentAsync(DriveItemAddress address, KnowledgeContent? kept, CancellationToken cancellationToken)
    {
        SharePointItem item = await items.GetItemAsync(address, cancellationToken).ConfigureAwait(false);
        ContentMetadata metadata = await items.ToMetadataAsync(item, address, cancellationToken).ConfigureAwait(false);
        if (item.Kind != SharePointItemKind.File || item.IsMalware)
        {
            return Empty(metadata, item);
        }

        if (kept is not null && ExtractedContent.Renew(kept, metadata) is { } renewed)
        {
            return renewed;
        }

        ITextExtractor reading = Extractor();
        DocumentDownload download = await transport.OpenAsync(item, null, cancellationToken).ConfigureAwait(false);
        await using (download.ConfigureAwait(false))
        {
            return ExtractedContent.ToContent(metadata, await ReadAsync(reading, download, cancellationToken).ConfigureAwait(false), []);
        }
    }

    private static KnowledgeContent Empty(ContentMetadata metadata, SharePointItem item) => new()
    {
        Metadata = metadata,
        Markdown = string.Empty,
        PlainText = string.Empty,
        SourceVersion = metadata.Version,
        Losses = item.Kind switch
        {
            _ when item.IsMalware => [new("file:malware", "The source found malware in the file and does not give its bytes.")],
            SharePointItemKind.Package => [new("package", "A package of several files, such as a notebook, has no bytes of its own.")],
            SharePointItemKind.Shortcut => [new("shortcut", "It leads to an item of another library, which was not followed: read that item by its own id.")],
            _ => [],
        },
    };

    private static SharePointItem RequireBytes(SharePointItem item) => item switch
    {
        { IsMalware: true } => throw new PermissionException("The source found malware in the file and does not give its bytes."),
        { Kind: SharePointItemKind.File } => item,
        _ => throw new InvalidQueryException($"The id belongs to a {item.Kind}, which has no bytes.") { Remedy = "Pass the id of a file." },
    };

    private static ValueTask<ExtractionOutcome> ReadAsync(ITextExtractor reading, DocumentDownload download, CancellationToken cancellationToken) =>
        reading.ExtractAsync(new() { Content = download.Content, FileName = download.Document.Name, MediaType = download.MediaType }, cancellationToken);

    private async Task<ExtractionOutcome> ReadMarkupAsync(string html, CancellationToken cancellationToken)
    {
        using MemoryStream content = new(Encoding.UTF8.GetBytes(html));
        return await Extractor().ExtractAsync(new() { Content = content, MediaType = "text/html; charset=utf-8" }, cancellationToken).ConfigureAwait(false);
    }

    private ITextExtractor Extractor() => extractor ?? throw new ConfigurationException("No text extractor is registered.")
    {
        Remedy = "Reference the package Navo.Integrations.Extraction and call AddTextExtraction().",
    };

    private Task<T> RunAsync<T>(IntegrationOperation operation, ContentId id, AccessContext reader, Func<ItemAddress, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        where T : class =>
        reads.ReadAsync(operation, reader, new GatedRead<T>(id, token => read(ItemAddress.Parse(id), token), current().ReadKey), cancellationToken);
}
