using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class ConfluenceClient
{
    public Task<IReadOnlyList<ResolvedLink>> ResolveLinksAsync(IReadOnlyCollection<string> links, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(reader);
        return ResolveAsync(links, reader, cancellationToken);
    }

    private async Task<IReadOnlyList<ResolvedLink>> ResolveAsync(IReadOnlyCollection<string> links, AccessContext reader, CancellationToken cancellationToken) =>
        await new LinkResolver(this, await SiteAsync(cancellationToken).ConfigureAwait(false), reader).ResolveAsync(links, cancellationToken).ConfigureAwait(false);

    /// <summary>The address under which people know the site. Where the options name the gateway alone, the source's own links tell it, and without any the gateway's must do.</summary>
    private async Task<Uri> SiteAsync(CancellationToken cancellationToken)
    {
        ConfluenceOptions options = current().Options;
        if (!ConfluenceEndpoint.From(options).IsSiteUnknown)
        {
            return options.BaseUrl!;
        }

        try
        {
            return await new InnerReads(pipeline).MetadataAsync("site address", string.Empty, FindSiteAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (IntegrationException)
        {
            return options.BaseUrl!;
        }
    }

    private async Task<Uri> FindSiteAsync(CancellationToken cancellationToken)
    {
        SearchPage any = await desk.SearchAsync("type = page", 1, null, cancellationToken).ConfigureAwait(false);
        return any.Hits is [{ WebAddress: { } address }, ..] ? new($"{address.GetLeftPart(UriPartial.Authority)}/wiki") : current().Options.BaseUrl!;
    }
}
