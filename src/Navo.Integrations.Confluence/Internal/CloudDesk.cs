using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Confluence Cloud: v1 for search and permission checks, v2 for content.</summary>
internal sealed partial class CloudDesk(IConfluenceCloudApi api, ISearchWire wire, CloudItems items, ConfluenceDeskContext context) : IConfluenceDesk
{
    public async Task<SearchPage> SearchAsync(string cql, int limit, string? position, CancellationToken cancellationToken)
    {
        SearchHitsDto answer = await ISearchWire.ReadAsync(
            wire.SearchCloudAsync(cql, limit, position, "content.space,content.version", cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return SearchMapping.ToPage(answer, context.Name, $"{context.SiteAddress}/wiki", answer.Results is { Count: > 0 } ? NextLink.PositionOf(answer.Links, "cursor", position) : null);
    }

    public Task<ContainerRef> LocateAsync(ContentId id, CancellationToken cancellationToken) =>
        CloudAttachments.IsAttachment(id) ? Attachments.LocateAsync(id, cancellationToken) : items.LocateAsync(id, cancellationToken);

    public async Task<ContentMetadata> GetMetadataAsync(ContentId id, CancellationToken cancellationToken) =>
        (await items.GetAsync(id, withBody: false, includeAttachments: false, cancellationToken).ConfigureAwait(false)).Metadata;

    public Task<ConfluenceItem> GetItemAsync(ContentId id, bool includeAttachments, CancellationToken cancellationToken) =>
        items.GetAsync(id, withBody: true, includeAttachments, cancellationToken);

    /// <summary>Confluence itself decides, with everything inherited.</summary>
    public async Task<PermissionDecision> CheckAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        if (reader.User is not { Scheme: PrincipalSchemes.AtlassianAccount } user)
        {
            return context.Decide(id, reader, PermissionReason.PrincipalNotResolved, "Confluence Cloud knows users by their Atlassian account id.");
        }

        try
        {
            PermissionCheckDto answer = await api.CheckPermissionAsync(id.Value, new(new("user", user.Value), "read"), cancellationToken).ConfigureAwait(false);
            bool allowed = Required.Member(answer.HasPermission, "hasPermission");
            return context.Decide(id, reader, allowed ? PermissionReason.Granted : PermissionReason.DeniedBySource);
        }
        catch (NotFoundException)
        {
            return context.Decide(id, reader, PermissionReason.NotFoundOrNotVisible);
        }
        catch (InvalidQueryException)
        {
            return context.Decide(id, reader, PermissionReason.PrincipalNotResolved, "Confluence does not know that account.");
        }
        catch (PermissionException)
        {
            return context.Decide(id, reader, PermissionReason.CheckNotPermitted, "Asking about other users needs the global permission Confluence Administrator.");
        }
    }

    public async IAsyncEnumerable<ConfluenceSpace> GetSpacesAsync(
        IReadOnlyCollection<string> keys,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[]?[] chunks = keys.Count == 0 ? [null] : [.. keys.Chunk(ConfluenceDefaults.MaxPageSize)];
        foreach (string[]? chunk in chunks)
        {
            IAsyncEnumerable<SpaceDto> spaces = PagedList.WalkAsync(
                "cursor",
                (cursor, token) => api.GetSpacesAsync(chunk, status: null, ConfluenceDefaults.MaxPageSize, cursor, token),
                cancellationToken);
            await foreach (SpaceDto space in spaces.ConfigureAwait(false))
            {
                yield return SpaceMapping.ToSpace(space);
            }
        }
    }

    public async IAsyncEnumerable<ContentAncestor> GetChildrenAsync(
        ContentId id,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerable<NodeDto> children = PagedList.WalkAsync(
            "cursor",
            (cursor, token) => api.GetChildrenAsync(id.Value, ConfluenceDefaults.MaxPageSize, cursor, token),
            cancellationToken);
        await foreach (NodeDto child in children.ConfigureAwait(false))
        {
            yield return new(new(Required.Member(child.Id, "results[].id")), child.Title, VocabularyMapping.ToKind(child.Type));
        }
    }

    public Task<IReadOnlyList<FeatureHealth>> ProbeAsync(IReadOnlyCollection<string> spaces, CancellationToken cancellationToken) =>
        new CloudProbe(api).RunAsync(spaces, cancellationToken);
}
