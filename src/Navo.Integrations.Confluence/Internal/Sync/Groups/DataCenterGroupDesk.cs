using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>Confluence Data Center: groups by name, users by key and name. Who belongs to a group that lies in another belongs to both.</summary>
internal sealed class DataCenterGroupDesk(IDataCenterGroupWire wire) : IGroupDesk
{
    public Task<ListDto<GroupDto>> ListAsync(string? start, CancellationToken cancellationToken) => wire.ListAsync(start, cancellationToken);

    public Task<GroupDto> FindAsync(string id, CancellationToken cancellationToken) => wire.FindAsync(id, cancellationToken);

    public string? IdOf(GroupDto group) => group.Name;

    public async Task<IReadOnlyList<PrincipalId>> GetMembersAsync(string id, CancellationToken cancellationToken)
    {
        List<PrincipalId> members = [];
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase) { id };
        Queue<string> left = new([id]);
        while (left.TryDequeue(out string? group))
        {
            string name = SyncGroups.RequireName(group);
            foreach (UserDto user in await OffsetWalk.ReadAsync(start => wire.ListMembersAsync(name, start, cancellationToken), static user => user.UserKey ?? user.Username).ConfigureAwait(false))
            {
                PrincipalId[] ids = [.. DataCenterPolicies.PrincipalsOf(user).Select(static principal => principal.Id)];
                members.AddRange(ids.Length > 0 ? ids : throw new ProtocolException("A member of a group has neither key nor name."));
            }

            foreach (GroupDto inner in await OffsetWalk.ReadAsync(start => wire.ListGroupsAsync(name, start, cancellationToken), static inner => inner.Name).ConfigureAwait(false))
            {
                string innerName = Required.Member(inner.Name, "results[].name");
                if (seen.Add(innerName))
                {
                    left.Enqueue(innerName);
                }
            }
        }

        return members;
    }
}
