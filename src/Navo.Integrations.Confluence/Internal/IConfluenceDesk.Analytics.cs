using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

internal partial interface IConfluenceDesk
{
    /// <summary>How often a content was viewed; an edition that does not count says so.</summary>
    Task<ViewCount> CountViewsAsync(ContentId id, CancellationToken cancellationToken);
}
