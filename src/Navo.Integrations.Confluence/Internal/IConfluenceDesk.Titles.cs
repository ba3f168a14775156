using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

internal partial interface IConfluenceDesk
{
    /// <summary>The current page of a title in a space, as the service sees it.</summary>
    /// <param name="spaceKey">The key of the space.</param>
    /// <param name="title">The title; letters of either case are the same, as in Confluence itself.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Its id; null where there is none.</returns>
    Task<ContentId?> FindPageAsync(string spaceKey, string title, CancellationToken cancellationToken);
}
