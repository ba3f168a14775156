using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

public partial interface IConfluenceClient
{
    /// <summary>Reports how fresh contents are: a report or a failure for each, as they are read. <see cref="FreshnessSummary.Of"/> sums them up.</summary>
    /// <param name="scope">A space, a query or ids.</param>
    /// <param name="reader">On whose behalf: only what the reader may see is reported, and a link is dead if the reader can't follow it.</param>
    /// <param name="tracking">What a report holds; null for everything.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The reports, in the order of the search or of the ids unless <see cref="BatchOptions.AsCompleted"/> is set.</returns>
    /// <exception cref="NotFoundException">The space lies outside the configured ones.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>; what fails for one content stands in its item.</exception>
    IAsyncEnumerable<BatchItem<ContentId, PageFreshness>> TrackContentFreshnessAsync(
        FreshnessScope scope, AccessContext reader, FreshnessTracking? tracking = null, CancellationToken cancellationToken = default);
}
