using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class CloudDesk
{
    public async Task<ContentId?> FindPageAsync(string spaceKey, string title, CancellationToken cancellationToken)
    {
        await foreach (ConfluenceSpace space in GetSpacesAsync([spaceKey], cancellationToken).ConfigureAwait(false))
        {
            ListDto<PageDto> found = await api.GetPagesOfTitleAsync(Required.Member(space.Id, "results[].id"), title, ConfluenceDefaults.MaxPageSize, cancellationToken).ConfigureAwait(false);
            PageDto? page = Required.Member(found.Results, "results").FirstOrDefault(page => string.Equals(page.Title, title, StringComparison.OrdinalIgnoreCase));
            return page is null ? null : new ContentId(Required.Member(page.Id, "results[].id"));
        }

        return null;
    }
}
