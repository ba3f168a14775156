using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class DataCenterDesk
{
    public async Task<ContentId?> FindPageAsync(string spaceKey, string title, CancellationToken cancellationToken)
    {
        ListDto<ContentDto> found = await api.GetPagesOfTitleAsync(spaceKey, title, PageSize, cancellationToken).ConfigureAwait(false);
        ContentDto? page = Required.Member(found.Results, "results").FirstOrDefault(page => string.Equals(page.Title, title, StringComparison.OrdinalIgnoreCase));
        return page is null ? null : new ContentId(Required.Member(page.Id, "results[].id"));
    }
}
