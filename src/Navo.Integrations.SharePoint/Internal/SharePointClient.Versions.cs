using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.SharePoint.Internal;

internal sealed partial class SharePointClient
{
    public async IAsyncEnumerable<DocumentVersion> TrackDocumentVersionsAsync(ContentId id, AccessContext reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (DocumentVersion version in await parts.Versions.ListAsync(id, reader, cancellationToken).ConfigureAwait(false))
        {
            yield return version;
        }
    }

    public async IAsyncEnumerable<DocumentVersion> TrackLibraryVersionsAsync(string libraryId, AccessContext reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (SharePointItem item in GetLibraryItemsAsync(libraryId, reader, cancellationToken).ConfigureAwait(false))
        {
            IReadOnlyList<DocumentVersion> versions = item.Kind == SharePointItemKind.File ? await parts.Versions.ListAsync(item.Id, reader, cancellationToken).ConfigureAwait(false) : [];
            foreach (DocumentVersion version in versions)
            {
                yield return version;
            }
        }
    }

    public Task<DocumentDownload> GetDocumentVersionContentAsync(ContentId id, string versionId, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(versionId);
        return reads.DownloadAsync(id, versionId, reader, cancellationToken);
    }

    public Task<DocumentVersionDiff> CompareDocumentVersionsAsync(ContentId id, string from, string to, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(from);
        ArgumentException.ThrowIfNullOrWhiteSpace(to);
        ArgumentNullException.ThrowIfNull(reader);
        IntegrationCall<DocumentVersionDiff> call = new(reader, token => parts.Versions.CompareAsync(id, from, to, reader, token), id.Value, from, to) { ItemId = id.Value };
        return pipeline.ExecuteAsync(SharePointOperations.CompareVersions, call, cancellationToken);
    }
}
