using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The states of pages whose parts readers ask for: kept as shortly as a decision, and forgotten with those about the page.</summary>
internal sealed class PageStates(IIntegrationPipeline pipeline, IConfluenceDesk desk)
{
    private static readonly IntegrationOperation Lookup = new("lookup_access") { Region = CacheRegion.Permission, IsAudited = false };

    /// <summary>Who is asked.</summary>
    public IConfluenceDesk Desk => desk;

    /// <summary>Refuses a reader what hangs on a page that the reader does not see for its state.</summary>
    public async Task RequireAsync(ContentId item, ContentId page, AccessContext reader, CancellationToken cancellationToken)
    {
        if (reader.IsService)
        {
            return;
        }

        IntegrationCall<ContentPlace> call = new(AccessContext.Service, token => desk.PlaceAsync(page, token), "place", page.Value) { ItemId = page.Value };
        ContentPlace now = await pipeline.ExecuteAsync(Lookup, call, cancellationToken).ConfigureAwait(false);
        ReaderStates.Require(item, now.Status, reader);
    }
}
