using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

public partial interface ISharePointClient
{
    /// <summary>Lists the teams of the tenant, or those of one person.</summary>
    /// <param name="member">Whose teams; null for all.</param>
    /// <param name="reader">The service.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The teams.</returns>
    /// <exception cref="PermissionException">The reader is a user.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    /// <remarks><see href="https://learn.microsoft.com/graph/api/teams-list"/>.</remarks>
    IAsyncEnumerable<TeamsTeam> GetTeamsAsync(PrincipalId? member, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Lists the channels of a team: standard, private and shared ones, those shared into it by others included.</summary>
    /// <param name="teamId">The team.</param>
    /// <param name="reader">The service.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The channels.</returns>
    /// <exception cref="PermissionException">The reader is a user.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    IAsyncEnumerable<TeamsChannel> GetChannelsAsync(string teamId, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Finds the folder of a channel's files. A private or shared channel has a site of its own, with members of its own: the folder's permissions are that site's.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The folder, whose children are the files.</returns>
    /// <exception cref="NotFoundException">The channel has no folder yet, or it is not visible to the reader, or outside the configured sites.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.GetMetadataAsync"/>.</exception>
    /// <remarks><see href="https://learn.microsoft.com/graph/api/channel-get-filesfolder"/>.</remarks>
    Task<SharePointItem> GetChannelFolderAsync(TeamsChannel channel, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Lists the members of a channel, which for private and shared ones are not the team's.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="reader">The service.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The members.</returns>
    /// <exception cref="PermissionException">The reader is a user.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    IAsyncEnumerable<ChannelMember> GetChannelMembersAsync(TeamsChannel channel, AccessContext reader, CancellationToken cancellationToken = default);
}
