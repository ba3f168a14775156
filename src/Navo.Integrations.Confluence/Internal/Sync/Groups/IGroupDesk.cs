using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>What one edition tells of its groups.</summary>
internal interface IGroupDesk
{
    Task<ListDto<GroupDto>> ListAsync(string? start, CancellationToken cancellationToken);

    Task<GroupDto> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>By what policies name a group; null where the answer does not say.</summary>
    string? IdOf(GroupDto group);

    /// <summary>All users of a group, also those who belong to it through other groups.</summary>
    Task<IReadOnlyList<PrincipalId>> GetMembersAsync(string id, CancellationToken cancellationToken);
}
