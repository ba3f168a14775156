using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class ConfluenceClient
{
    public Task<IReadOnlyList<ResolvedLink>> ResolveLinksAsync(IReadOnlyCollection<string> links, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(reader);
        return new LinkResolver(this, current().Options.BaseUrl!, reader).ResolveAsync(links, cancellationToken);
    }
}
