using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>Confluence Cloud: groups by id, accounts; groups hold no groups.</summary>
internal sealed class CloudGroupDesk(ICloudGroupWire wire) : IGroupDesk
{
    public Task<ListDto<GroupDto>> ListAsync(string? start, CancellationToken cancellationToken) => wire.ListAsync(start, cancellationToken);

    public Task<GroupDto> FindAsync(string id, CancellationToken cancellationToken) => wire.FindAsync(id, cancellationToken);

    public string? IdOf(GroupDto group) => group.Id;

    public async Task<IReadOnlyList<PrincipalId>> GetMembersAsync(string id, CancellationToken cancellationToken)
    {
        List<UserDto> users = await OffsetWalk.ReadAsync(start => wire.ListMembersAsync(SyncGroups.RequireName(id), start, cancellationToken), static user => user.AccountId).ConfigureAwait(false);
        return [.. users.Select(static user => new PrincipalId(PrincipalSchemes.AtlassianAccount, Required.Member(user.AccountId, "accountId")))];
    }
}
