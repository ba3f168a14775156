using Navo.Integrations.SharePoint.Api.Wire;
using Refit;

namespace Navo.Integrations.SharePoint.Api;

internal partial interface IGraphApi
{
    [Get("/users/{user}/joinedTeams")]
    Task<GraphListDto<TeamDto>> GetJoinedTeamsAsync(string user, CancellationToken cancellationToken);

    [Get("/teams/{team}/allChannels")]
    Task<GraphListDto<ChannelDto>> GetAllChannelsAsync(string team, CancellationToken cancellationToken);

    [Get("/teams/{team}/channels/{channel}/filesFolder")]
    Task<DriveItemDto> GetFilesFolderAsync(string team, string channel, CancellationToken cancellationToken);

    [Get("/teams/{team}/channels/{channel}/members")]
    Task<GraphListDto<ConversationMemberDto>> GetChannelMembersAsync(string team, string channel, CancellationToken cancellationToken);

    [Get("/teams")]
    Task<GraphListDto<TeamDto>> GetTeamsAsync(CancellationToken cancellationToken);
}
