using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class ConfluenceClient
{
    public IAsyncEnumerable<BatchItem<ContentId, PageFreshness>> TrackContentFreshnessAsync(
        FreshnessScope scope, AccessContext reader, FreshnessTracking? tracking = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(reader);
        ConfluenceSettings settings = current();
        if (scope.SpaceKey is { } key && !settings.Boundary.Contains(new(key)))
        {
            throw new NotFoundException("The space is absent or not visible.");
        }

        return new FreshnessReader(this, CountViewsAsync, settings.Options.FreshnessThreshold, time).TrackAsync(scope, reader, tracking ?? new(), cancellationToken);
    }

    /// <summary>For a content that the reader was let through to already.</summary>
    private Task<ViewCount> CountViewsAsync(ContentId id, CancellationToken cancellationToken) =>
        pipeline.ExecuteAsync(
            ConfluenceOperations.CountViews,
            new IntegrationCall<ViewCount>(AccessContext.Service, token => desk.CountViewsAsync(id, token), id.Value) { ItemId = id.Value },
            cancellationToken);
}
