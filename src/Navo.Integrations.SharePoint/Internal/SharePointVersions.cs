using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Mapping;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Versions of documents, behind the gate of the document.</summary>
internal sealed class SharePointVersions(GatedReads reads, IGraphApi api, GraphPages pages, SharePointSites sites, SharePointReads documents)
{
    public Task<IReadOnlyList<DocumentVersion>> ListAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken) =>
        reads.ReadAsync(SharePointOperations.GetVersions, reader, new GatedRead<IReadOnlyList<DocumentVersion>>(id, token => ReadAsync(id, token)), cancellationToken);

    public async Task<DocumentVersionDiff> CompareAsync(ContentId id, string from, string to, AccessContext reader, CancellationToken cancellationToken)
    {
        IReadOnlyList<DocumentVersion> versions = await ListAsync(id, reader, cancellationToken).ConfigureAwait(false);
        (DocumentVersion earlier, DocumentVersion later) = (Find(versions, from), Find(versions, to));
        ExtractionOutcome first = await TextAsync(earlier, reader, cancellationToken).ConfigureAwait(false);
        ExtractionOutcome second = await TextAsync(later, reader, cancellationToken).ConfigureAwait(false);
        (IReadOnlyList<DiffRun> runs, bool isCoarse) = LineDiff.Compare(first.Markdown, second.Markdown);
        return new() { From = earlier, To = later, Runs = runs, IsCoarse = isCoarse, IsComplete = first.IsComplete && second.IsComplete };
    }

    private async Task<ExtractionOutcome> TextAsync(DocumentVersion version, AccessContext reader, CancellationToken cancellationToken) =>
        (await documents.TextAsync(version.Document, version.IsNewest ? null : version.VersionId, reader, cancellationToken).ConfigureAwait(false)).Outcome;

    private static DocumentVersion Find(IReadOnlyList<DocumentVersion> versions, string label) =>
        versions.FirstOrDefault(version => version.VersionId == label) ?? throw new NotFoundException($"The document has no version '{label}'.");

    private async Task<IReadOnlyList<DocumentVersion>> ReadAsync(ContentId id, CancellationToken cancellationToken)
    {
        DriveItemAddress address = SharePointReads.RequireItem(ItemAddress.Parse(id));
        await sites.RequireAsync(address, cancellationToken).ConfigureAwait(false);
        List<VersionDto> versions = await pages.ToListAsync(api.GetVersionsAsync(address.DriveId, address.ItemId, cancellationToken), cancellationToken).ConfigureAwait(false);
        return [.. versions.Select((version, i) => new DocumentVersion
        {
            Document = id,
            VersionId = Required.Member(version.Id, "id"),
            Saved = version.LastModifiedDateTime,
            Author = PersonMapping.ToPerson(version.LastModifiedBy),
            Size = version.Size,
            IsNewest = i == 0,
        })];
    }
}
