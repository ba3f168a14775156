using System.Net;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// The groups of the directory, all of them: which of them have a say in the configured sites, policies tell. Members are users, directly or through other groups. The groups that exist within a site only
/// are not among them: Graph does not list those.
/// </summary>
internal sealed class DirectoryGroups(IGraphApi api, GraphPages pages)
{
    private const string GroupFields = "id,displayName,visibility";
    private const string MemberFields = "id,userPrincipalName,visibility";
    private const string User = "#microsoft.graph.user";
    private const int PageSize = 100;
    private const int MembersPageSize = 999;
    private const int AtOnce = 4;

    public async Task<IdentityPage> ReadAsync(string? position, CancellationToken cancellationToken)
    {
        try
        {
            GraphListDto<DirectoryObjectDto> page = await (position is null ? api.GetGroupsAsync(GroupFields, PageSize, cancellationToken)
                : pages.GetAsync<GraphListDto<DirectoryObjectDto>>(position, cancellationToken)).ConfigureAwait(false);
            if (page.NextLink is { Length: > 0 } next && next == position)
            {
                throw new ProtocolException("The paging of a list leads back to a page that was already seen.");
            }

            IReadOnlyList<IdentityGroup> groups = await ReadAsync(Required.Member(page.Value, "value"), cancellationToken).ConfigureAwait(false);
            return new() { Groups = groups, Position = page.NextLink ?? position ?? string.Empty, IsLast = string.IsNullOrEmpty(page.NextLink) };
        }
        catch (IntegrationException failure) when (position is not null && (failure is InvalidQueryException || failure.StatusCode == (int)HttpStatusCode.Gone))
        {
            return new() { Position = position, MustRestart = true }; // a link to a page lives for some time only
        }
    }

    /// <summary>A page with the one group; an empty one where there is none.</summary>
    public async Task<IdentityPage> FindAsync(PrincipalId id, CancellationToken cancellationToken)
    {
        if (id.Scheme != PrincipalSchemes.EntraObject || !Guid.TryParse(id.Value, out _))
        {
            return new() { Position = string.Empty };
        }

        try
        {
            DirectoryObjectDto found = await api.GetGroupAsync(id.Value, GroupFields, cancellationToken).ConfigureAwait(false);
            bool isAsked = id.Value.Equals(found.Id, StringComparison.OrdinalIgnoreCase);
            return new() { Position = string.Empty, Groups = [await ReadAsync(isAsked ? found : throw new ProtocolException("The directory answers with another group than the one asked for."), cancellationToken).ConfigureAwait(false)] };
        }
        catch (NotFoundException)
        {
            return new() { Position = string.Empty };
        }
        catch (PermissionException refused)
        {
            return new() { Position = string.Empty, Groups = [new(id) { Reason = SkipReason.Forbidden, ErrorType = refused.GetType().Name }] };
        }
    }

    private async Task<IReadOnlyList<IdentityGroup>> ReadAsync(IReadOnlyList<DirectoryObjectDto> groups, CancellationToken cancellationToken)
    {
        List<IdentityGroup> read = [];
        foreach (DirectoryObjectDto[] chunk in groups.Chunk(AtOnce))
        {
            read.AddRange(await Task.WhenAll(chunk.Select(group => ReadAsync(group, cancellationToken))).ConfigureAwait(false));
        }

        return read;
    }

    private Task<IdentityGroup> ReadAsync(DirectoryObjectDto group, CancellationToken cancellationToken)
    {
        string id = Required.Member(group.Id, "id").ToLowerInvariant();
        return IdentityGroup.ReadAsync(new(PrincipalSchemes.EntraObject, id), group.DisplayName, () => MembersAsync(group, id, cancellationToken));
    }

    /// <summary>Of a group that hides its members the directory gives none to those who may not see them, and does not say so.</summary>
    private async Task<IReadOnlyList<PrincipalId>> MembersAsync(DirectoryObjectDto group, string id, CancellationToken cancellationToken)
    {
        List<PrincipalId> members = [];
        bool isHidden = Hides(group);
        await foreach (DirectoryObjectDto member in pages.WalkAsync(api.GetTransitiveMembersAsync(PathSegment.Of(id), MemberFields, MembersPageSize, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            isHidden |= Hides(member);
            members.AddRange(Required.Member(member.Type, "@odata.type") == User ? IdsOf(member) : []);
        }

        return isHidden && members.Count == 0 ? throw new PermissionException("The group hides its members.") { Remedy = "Grant the application Member.Read.Hidden." } : members;
    }

    private static bool Hides(DirectoryObjectDto group) => "HiddenMembership".Equals(group.Visibility, StringComparison.OrdinalIgnoreCase);

    /// <summary>A user under each id under which permissions name users.</summary>
    private static IEnumerable<PrincipalId> IdsOf(DirectoryObjectDto user)
    {
        yield return new(PrincipalSchemes.EntraObject, Required.Member(user.Id, "id").ToLowerInvariant());
        if (user.UserPrincipalName is { Length: > 0 } name)
        {
            yield return new(PrincipalSchemes.UserPrincipalName, name.ToLowerInvariant());
        }
    }
}
