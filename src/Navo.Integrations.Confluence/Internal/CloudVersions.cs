using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The versions of a page of Cloud.</summary>
internal sealed class CloudVersions(IConfluenceCloudApi api, CloudItems items)
{
    public async Task<IReadOnlyList<ContentVersion>> ListAsync(ContentPlace place, CancellationToken cancellationToken)
    {
        List<VersionDto> versions = await PagedList.ToListAsync(
            PagedList.WalkAsync(
                "cursor",
                (cursor, token) => api.GetVersionsAsync(ContainerOf(place), place.Id.Value, ConfluenceDefaults.MaxPageSize, cursor, token),
                cancellationToken),
            version => version).ConfigureAwait(false);
        IReadOnlyDictionary<string, string> names = await items.Lookups.NamesAsync(versions.Select(v => v.AuthorId), cancellationToken).ConfigureAwait(false);
        return [.. versions.Select(v => VersionMapping.FromCloud(v, names)).DistinctBy(v => v.Number).OrderByDescending(v => v.Number)];
    }

    public async Task<VersionedItem> GetAsync(ContentPlace place, int number, CancellationToken cancellationToken)
    {
        PageDto page = await api.GetVersionAsync(ContainerOf(place), place.Id.Value, number, cancellationToken).ConfigureAwait(false);
        ConfluenceItem item = await items.CompleteAsync(page, place.Kind, new(WithBody: true, IncludeAttachments: false), cancellationToken).ConfigureAwait(false);
        return new(item, VersionMapping.FromCloud(Required.Member(page.Version, "version"), item.PeopleNames));
    }

    private static string ContainerOf(ContentPlace place) => place.Kind == ContentKind.BlogPost ? "blogposts" : "pages";
}
