using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>The groups of a site or instance, all of them: which of them have a say in the configured spaces, policies tell.</summary>
internal sealed class SyncGroups(IGroupDesk desk) : IIdentitySource
{
    private const int AtOnce = 4;

    public async Task<IdentityPage> GetGroupsAsync(string? position, CancellationToken cancellationToken)
    {
        ListDto<GroupDto> page = await desk.ListAsync(position, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<GroupDto> listed = Required.Member(page.Results, "results");
        List<IdentityGroup> groups = [];
        foreach (GroupDto[] chunk in listed.Chunk(AtOnce))
        {
            groups.AddRange(await Task.WhenAll(chunk.Select(group => ReadAsync(group, cancellationToken))).ConfigureAwait(false));
        }

        string? next = listed.Count > 0 ? NextLink.PositionOf(page.Links, "start", position) : null;
        return new() { Groups = groups, Position = Later(next, position) ?? position ?? string.Empty, IsLast = next is null };
    }

    public async Task<IdentityGroup?> FindGroupAsync(PrincipalId group, CancellationToken cancellationToken)
    {
        if (group.Scheme != PrincipalSchemes.ConfluenceGroup)
        {
            return null;
        }

        try
        {
            RequireName(group.Value);
            GroupDto found = await desk.FindAsync(group.Value, cancellationToken).ConfigureAwait(false);
            return desk.IdOf(found) is null ? throw new ProtocolException("A group that was asked for has no id.") : await ReadAsync(group, found.Name, cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            return null;
        }
        catch (Exception refused) when (refused is PermissionException or InvalidQueryException)
        {
            return new(group) { Reason = refused is PermissionException ? SkipReason.Forbidden : SkipReason.Malformed, ErrorType = refused.GetType().Name };
        }
    }

    /// <summary>A name that is a step of a path would lead elsewhere.</summary>
    public static string RequireName(string group) => group is "." or ".." ? throw new InvalidQueryException("A group of that name can't be asked for.") : group;

    /// <summary>A list that leads back would be read for ever.</summary>
    private static string? Later(string? next, string? position) => next is null ? null
        : int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out int to) && to > int.Parse(position ?? "0", CultureInfo.InvariantCulture) ? next
        : throw new ProtocolException("The paging of the groups leads back to a page that was already seen.");

    private Task<IdentityGroup> ReadAsync(GroupDto group, CancellationToken cancellationToken) =>
        ReadAsync(new(PrincipalSchemes.ConfluenceGroup, Required.Member(desk.IdOf(group), "results[].id")), group.Name, cancellationToken);

    private Task<IdentityGroup> ReadAsync(PrincipalId group, string? name, CancellationToken cancellationToken) =>
        IdentityGroup.ReadAsync(group, name, () => desk.GetMembersAsync(group.Value, cancellationToken));
}
