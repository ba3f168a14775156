using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;
using Navo.Integrations.Confluence.Mapping.Storage;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Confluence Data Center: one API for search and content; permissions are computed.</summary>
internal sealed partial class DataCenterDesk(IConfluenceDataCenterApi api, ISearchWire wire, DataCenterAccess access, InnerReads reads, ConfluenceDeskContext context) : IConfluenceDesk
{
    private const int PageSize = 100;
    private const string Expand = "version,history,space,ancestors,metadata.labels";

    public async Task<SearchPage> SearchAsync(string cql, int limit, string? position, CancellationToken cancellationToken)
    {
        SearchHitsDto answer = await ISearchWire.ReadAsync(
            wire.SearchDataCenterAsync(cql, limit, position, "content.space,content.version", cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return SearchMapping.ToPage(answer, context.Name, context.SiteAddress, answer.Results is { Count: > 0 } ? NextLink.PositionOf(answer.Links, "start", position) : null);
    }

    public async Task<ContainerRef> LocateAsync(ContentId id, CancellationToken cancellationToken)
    {
        ConfluenceIds.Require(id);
        return ContentMapping.ToContainer(await api.FindContentAsync(id, "space", cancellationToken).ConfigureAwait(false));
    }

    public async Task<ContentMetadata> GetMetadataAsync(ContentId id, CancellationToken cancellationToken)
    {
        ContentDto content = await ReadAsync(id, Expand, cancellationToken).ConfigureAwait(false);
        return await ToMetadataAsync(content, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ConfluenceItem> GetItemAsync(ContentId id, bool includeAttachments, CancellationToken cancellationToken)
    {
        ContentDto content = await ReadWithStorageAsync(id, cancellationToken).ConfigureAwait(false);
        string? storage = content.Body?.Storage?.Value;
        Task<ContentMetadata> metadata = ToMetadataAsync(content, cancellationToken);
        Task<IReadOnlyList<ContentDto>?> attachments = includeAttachments ? Attachments.ReadAsync(id, VocabularyMapping.ToStatus(content.Status), cancellationToken) : Task.FromResult<IReadOnlyList<ContentDto>?>([]);
        Task<IReadOnlyDictionary<string, string>> names = NamesAsync(storage, cancellationToken);
        await Task.WhenAll(metadata, attachments, names).ConfigureAwait(false);
        return new(await metadata.ConfigureAwait(false))
        {
            AnchorStyle = HeadingAnchorStyle.TitlePrefixed,
            Storage = storage,
            Attachments = [.. (await attachments.ConfigureAwait(false) ?? []).Select(ContentMapping.ToAttachment)],
            Losses = await attachments.ConfigureAwait(false) is null ? [new("attachments", DataCenterAttachments.NotListed)] : [],
            PeopleNames = await names.ConfigureAwait(false),
        };
    }

    public Task<PermissionDecision> CheckAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken) =>
        access.CheckAsync(id, reader, cancellationToken);

    public Task<AccessPolicy> GetPolicyAsync(ContentId id, CancellationToken cancellationToken) => access.PolicyAsync(id, cancellationToken);

    public Task<IReadOnlySet<AccessPrincipal>> GetPrincipalsAsync(PrincipalId user, CancellationToken cancellationToken) => access.PrincipalsAsync(user, cancellationToken);

    public async IAsyncEnumerable<ConfluenceSpace> GetSpacesAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[]?[] chunks = keys.Count == 0 ? [null] : [.. keys.Chunk(50)];
        foreach (string[]? chunk in chunks)
        {
            IAsyncEnumerable<SpaceDto> spaces = PagedList.WalkAsync("start", (start, token) => api.GetSpacesAsync(chunk, PageSize, start, token), cancellationToken);
            await foreach (SpaceDto space in spaces.ConfigureAwait(false))
            {
                yield return SpaceMapping.ToSpace(space);
            }
        }
    }

    public async IAsyncEnumerable<ContentAncestor> GetChildrenAsync(ContentId id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerable<ContentDto> children = PagedList.WalkAsync("start", (start, token) => api.GetChildrenAsync(id.Value, "page", PageSize, start, expand: null, token), cancellationToken);
        await foreach (ContentDto child in children.ConfigureAwait(false))
        {
            yield return ContentMapping.ToAncestor(child);
        }
    }

    public Task<IReadOnlyList<FeatureHealth>> ProbeAsync(IReadOnlyCollection<string> spaces, CancellationToken cancellationToken) =>
        new DataCenterProbe(api).RunAsync(spaces, cancellationToken);

    private async Task<ContentDto> ReadAsync(ContentId id, string expand, CancellationToken cancellationToken)
    {
        ConfluenceIds.Require(id);
        ContentDto content = await api.FindContentAsync(id, expand, cancellationToken).ConfigureAwait(false);
        return VocabularyMapping.ToKind(content.Type) is ContentKind.Page or ContentKind.BlogPost
            ? content
            : throw new InvalidQueryException("The id belongs to neither a page nor a blog post; those can be read.") { Remedy = "Pass the id of a page or blog post." };
    }

    private async Task<ContentMetadata> ToMetadataAsync(ContentDto content, CancellationToken cancellationToken)
    {
        ContentMetadata metadata = ContentMapping.ToMetadata(content, context.Name, context.SiteAddress);
        ListDto<LabelDto>? labels = content.Metadata?.Labels;
        bool isComplete = labels?.Results is not null && labels.Links?.Next is null && !(labels.Limit > 0 && labels.Results.Count >= labels.Limit);
        return metadata with
        {
            Labels = isComplete
                ? [.. labels!.Results!.Select(Name)]
                : await PagedList.ToListAsync(
                    PagedList.WalkAsync("start", (start, token) => api.GetLabelsAsync(metadata.Id.Value, PageSize, start, token), cancellationToken),
                    Name).ConfigureAwait(false),
        };

        static string Name(LabelDto label) => Required.Member(label.Name, "labels.results[].name");
    }

    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(string? storage, CancellationToken cancellationToken)
    {
        IReadOnlyCollection<string> keys = MentionScanner.IdsIn(storage, "ri:userkey");
        string?[] names = await Task.WhenAll(keys.Select(key => NameAsync(key, cancellationToken))).ConfigureAwait(false);
        return keys.Zip(names).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => pair.Second!, StringComparer.Ordinal);
    }

    private async Task<string?> NameAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            UserDto user = await reads.MetadataAsync("user", key, token => api.GetUserAsync(username: null, key, token), cancellationToken).ConfigureAwait(false);
            return user.DisplayName;
        }
        catch (IntegrationException failure) when (failure is PermissionException or NotFoundException)
        {
            return null;
        }
    }
}
