using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Api;

public partial interface IConfluenceDataCenterApi
{
    /// <summary>A content in whatever state: drafts, archived ones and those in the bin too.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="expand">Comma-separated members.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The content.</returns>
    [Get("/rest/api/content/{id}?status=any")]
    Task<ContentDto> GetContentOfAnyStatusAsync(string id, string? expand, CancellationToken cancellationToken = default);
}
