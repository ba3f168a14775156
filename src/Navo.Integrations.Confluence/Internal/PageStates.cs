using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The states of pages whose parts readers ask for: kept as shortly as a decision, and forgotten with those about the page.</summary>
internal sealed class PageStates(InnerReads reads, IConfluenceDesk desk)
{
    /// <summary>Who is asked.</summary>
    public IConfluenceDesk Desk => desk;

    /// <summary>Refuses a reader what hangs on a page that the reader does not see for its state.</summary>
    public async Task RequireAsync(ContentId item, ContentId page, AccessContext reader, CancellationToken cancellationToken)
    {
        if (reader.IsService)
        {
            return;
        }

        ContentPlace now = await reads.PermissionAsync("place", page, token => desk.PlaceAsync(page, token), cancellationToken).ConfigureAwait(false);
        ReaderStates.Require(item, now.Status, reader);
    }
}
