using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.EnterpriseGpt.Api;
using Navo.Integrations.EnterpriseGpt.Api.Wire;
using Navo.Integrations.EnterpriseGpt.Mapping;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Reads files of the configured vector stores.</summary>
internal sealed class VectorStoreReads(GatedReads gated, OpenAiApi api, Func<EnterpriseGptOptions> current, IntegrationName name)
{
    public Task<KnowledgeContent> ContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken) =>
        gated.ReadAsync(IntegrationOperations.GetContent, reader, new GatedRead<KnowledgeContent>(id, token => ReadContentAsync(id, token), Boundary), cancellationToken);

    public Task<ContentMetadata> MetadataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken) =>
        gated.ReadAsync(IntegrationOperations.GetMetadata, reader, new GatedRead<ContentMetadata>(id, token => ReadMetadataAsync(id, token), Boundary), cancellationToken);

    /// <summary>The file as its store has it; null where it lies outside of the configured stores.</summary>
    public async Task<StoreFileDto?> FindAsync(ContentId id, CancellationToken cancellationToken) =>
        WithinBoundary(id) is { } address ? await api.GetStoreFileAsync(address.Store, address.File, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>The address of a file; null where it lies outside of the configured stores.</summary>
    public StoreAddress? WithinBoundary(ContentId id) =>
        StoreAddress.Read(id) is { } address && current().VectorStores.Contains(address.Store, StringComparer.Ordinal) ? address : null;

    private string Boundary => string.Join('\n', current().VectorStores);

    private StoreAddress Address(ContentId id) => WithinBoundary(id) ?? throw ReaderGate.AbsentOrNotVisible(id);

    private async Task<KnowledgeContent> ReadContentAsync(ContentId id, CancellationToken cancellationToken)
    {
        StoreAddress address = Address(id);
        Task<ContentMetadata> metadata = ReadMetadataAsync(id, cancellationToken);
        Task<FileContentDto> content = api.GetFileContentAsync(address.Store, address.File, cancellationToken);
        await Task.WhenAll(metadata, content).ConfigureAwait(false);
        return VectorStoreMapping.ToContent(await metadata.ConfigureAwait(false), await content.ConfigureAwait(false));
    }

    private async Task<ContentMetadata> ReadMetadataAsync(ContentId id, CancellationToken cancellationToken)
    {
        StoreAddress address = Address(id);
        StoreFileDto file = await api.GetStoreFileAsync(address.Store, address.File, cancellationToken).ConfigureAwait(false);
        string? filename = new StoreAttributes(file.Attributes).Title is null ? (await api.GetFileAsync(address.File, cancellationToken).ConfigureAwait(false)).Filename : null;
        return VectorStoreMapping.ToMetadata(address, file, filename, name);
    }
}
