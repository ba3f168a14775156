using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class DataCenterDesk
{
    public Task<ViewCount> CountViewsAsync(ContentId id, CancellationToken cancellationToken) =>
        Task.FromResult(new ViewCount(Views: null, "Data Center's API does not count views."));
}
