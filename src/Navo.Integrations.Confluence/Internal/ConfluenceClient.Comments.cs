using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class ConfluenceClient
{
    private PageStates States => field ??= new(new(pipeline), desk);

    private PageParts Parts => field ??= new(Gated, States, desk, current);

    public async IAsyncEnumerable<ContentComment> GetCommentsAsync(ContentId id, AccessContext reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (ContentComment comment in await Parts.ReadAsync(ConfluenceOperations.GetComments, id, reader, desk.GetCommentsAsync, cancellationToken).ConfigureAwait(false))
        {
            yield return comment;
        }
    }
}
