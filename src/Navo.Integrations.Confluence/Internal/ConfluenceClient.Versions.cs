using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class ConfluenceClient
{
    private PageVersions Versions => field ??= new(Parts, desk);

    public async IAsyncEnumerable<ContentVersion> GetVersionsAsync(ContentId id, AccessContext reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (ContentVersion version in await Parts.ReadAsync(ConfluenceOperations.GetVersions, id, reader, desk.GetVersionsAsync, cancellationToken).ConfigureAwait(false))
        {
            yield return version;
        }
    }

    public Task<ConfluencePage> GetPageVersionAsync(ContentId id, int version, AccessContext reader, CancellationToken cancellationToken = default) =>
        Versions.ReadAsync(id, version, reader, cancellationToken);

    public Task<VersionDiff> CompareVersionsAsync(ContentId id, int from, int to, AccessContext reader, CancellationToken cancellationToken = default) =>
        Versions.CompareAsync(id, from, to, reader, cancellationToken);
}
