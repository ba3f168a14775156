using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The versions of a content of Data Center, which has no list of them: they are asked for by number.</summary>
internal sealed class DataCenterVersions(IConfluenceDataCenterApi api)
{
    /// <summary>Versions asked for at once.</summary>
    private const int MaxParallelism = 8;

    public async Task<IReadOnlyList<ContentVersion>> ListAsync(ContentPlace place, CancellationToken cancellationToken)
    {
        List<ContentVersion> versions = [];
        foreach (int[] numbers in Enumerable.Range(1, place.LatestVersion).Reverse().Chunk(MaxParallelism))
        {
            ContentDto?[] read = await Task.WhenAll(numbers.Select(n => FindAsync(place, n, "version", cancellationToken))).ConfigureAwait(false);
            versions.AddRange(read.OfType<ContentDto>().Select(c => VersionMapping.FromDataCenter(Required.Member(c.Version, "version"))));
        }

        return [.. versions.DistinctBy(v => v.Number)];
    }

    /// <summary>A version; null where it was removed.</summary>
    private async Task<ContentDto?> FindAsync(ContentPlace place, int number, string expand, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(place, number, expand, cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException) when (number < place.LatestVersion)
        {
            return null;
        }
    }

    public Task<ContentDto> GetAsync(ContentPlace place, int number, string expand, CancellationToken cancellationToken) => number == place.LatestVersion
        ? GetNewestAsync(place, expand, cancellationToken)
        : api.GetVersionAsync(place.Id.Value, number, expand, cancellationToken);

    private Task<ContentDto> GetNewestAsync(ContentPlace place, string expand, CancellationToken cancellationToken) => place.Status == ContentStatus.Current
        ? api.GetContentAsync(place.Id.Value, expand, cancellationToken)
        : api.GetContentOfAnyStatusAsync(place.Id.Value, expand, cancellationToken);
}
