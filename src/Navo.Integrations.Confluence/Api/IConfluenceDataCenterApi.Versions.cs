using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Api;

public partial interface IConfluenceDataCenterApi
{
    /// <summary>A content as it was in a version other than the newest.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="version">The number of the version.</param>
    /// <param name="expand">Comma-separated members.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The content.</returns>
    [Get("/rest/api/content/{id}?status=historical")]
    Task<ContentDto> GetVersionAsync(string id, int version, string? expand, CancellationToken cancellationToken = default);
}
