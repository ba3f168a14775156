using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Teams, their channels, and where the files of those are.</summary>
internal sealed class SharePointTeams(IGraphApi api, GraphPages pages, SharePointItems items)
{
    public async IAsyncEnumerable<TeamsTeam> TeamsAsync(PrincipalId? member, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Task<GraphListDto<TeamDto>> first = member is { } person ? api.GetJoinedTeamsAsync(PathSegment.Of(person.Value), cancellationToken) : api.GetTeamsAsync(cancellationToken);
        await foreach (TeamDto team in pages.WalkAsync(first, cancellationToken).ConfigureAwait(false))
        {
            yield return new(Required.Member(team.Id, "id"), team.DisplayName ?? string.Empty, team.Description, team.IsArchived is true);
        }
    }

    public async IAsyncEnumerable<TeamsChannel> ChannelsAsync(string teamId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (ChannelDto channel in pages.WalkAsync(api.GetAllChannelsAsync(PathSegment.Of(teamId), cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            yield return new(teamId, Required.Member(channel.Id, "id"), channel.DisplayName ?? string.Empty, KindOf(channel.MembershipType), channel.TenantId);
        }
    }

    /// <summary>The folder by its id: where it is, the channel tells; what it is, its drive.</summary>
    public async Task<ContentId> FolderAsync(TeamsChannel channel, CancellationToken cancellationToken)
    {
        DriveItemDto folder = await api.GetFilesFolderAsync(PathSegment.Of(channel.TeamId), PathSegment.Of(channel.ChannelId), cancellationToken).ConfigureAwait(false);
        return new DriveItemAddress(Required.Member(folder.ParentReference?.DriveId, "parentReference.driveId"), Required.Member(folder.Id, "id")).Id;
    }

    public Task<SharePointItem> ReadAsync(ContentId folder, CancellationToken cancellationToken) =>
        items.GetItemAsync(SharePointReads.RequireItem(ItemAddress.Parse(folder)), cancellationToken);

    public async IAsyncEnumerable<ChannelMember> MembersAsync(TeamsChannel channel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (ConversationMemberDto member in pages.WalkAsync(api.GetChannelMembersAsync(PathSegment.Of(channel.TeamId), PathSegment.Of(channel.ChannelId), cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            PrincipalId? id = member.UserId is { Length: > 0 } user ? new(PrincipalSchemes.EntraObject, user.ToLowerInvariant()) : null;
            IReadOnlyList<string> roles = member.Roles ?? [];
            yield return new(new(id, member.DisplayName), roles.Contains("owner"), roles.Contains("guest"), member.TenantId);
        }
    }

    private static TeamsChannelKind KindOf(string? membership) => membership switch
    {
        "standard" => TeamsChannelKind.Standard,
        "private" => TeamsChannelKind.Private,
        "shared" => TeamsChannelKind.Shared,
        _ => TeamsChannelKind.Other,
    };
}
