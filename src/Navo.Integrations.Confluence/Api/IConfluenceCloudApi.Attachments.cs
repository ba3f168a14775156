using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Api;

public partial interface IConfluenceCloudApi
{
    /// <summary>An attachment.</summary>
    /// <param name="id">Its id, with or without <c>att</c>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What is known about it.</returns>
    [Get("/wiki/api/v2/attachments/{id}")]
    Task<AttachmentDto> GetAttachmentAsync(string id, CancellationToken cancellationToken = default);
}
