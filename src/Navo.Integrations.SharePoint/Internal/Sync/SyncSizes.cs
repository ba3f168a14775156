using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Mapping;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>How many files a library has, as the search estimates it.</summary>
internal sealed class SyncSizes(IGraphApi api, SearchRegion region)
{
    /// <summary>The number; null where the search does not say or may not be asked, as with <c>Sites.Selected</c>.</summary>
    public async Task<long?> TryCountAsync(string? libraryAddress, CancellationToken cancellationToken)
    {
        if (WebAddress.Of(libraryAddress) is not { } address)
        {
            return null;
        }

        try
        {
            SearchRequestDto request = new()
            {
                EntityTypes = ["driveItem"],
                Query = new() { QueryString = Kql.IsDocument.Is(true).RestrictTo(address).ToString() },
                From = 0,
                Size = 1,
                Region = await region.GetAsync(cancellationToken).ConfigureAwait(false),
            };
            SearchResponsesDto answer = await GraphPages.ReadAsync<SearchResponsesDto>(api.SearchAsync(new() { Requests = [request] }, cancellationToken), cancellationToken).ConfigureAwait(false);
            return GraphSearchMapping.Container(answer).Total;
        }
        catch (Exception failure) when (failure is PermissionException or NotFoundException or InvalidQueryException or ConfigurationException)
        {
            return null;
        }
    }
}
