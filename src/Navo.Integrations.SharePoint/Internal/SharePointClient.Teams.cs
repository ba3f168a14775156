using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.SharePoint.Internal;

internal sealed partial class SharePointClient
{
    public IAsyncEnumerable<TeamsTeam> GetTeamsAsync(PrincipalId? member, AccessContext reader, CancellationToken cancellationToken = default) =>
        ListForServiceAsync("Which teams a user may know of", new Listing<TeamsTeam>(SharePointOperations.GetTeams, null, token => parts.Teams.TeamsAsync(member, token)), reader, cancellationToken);

    public IAsyncEnumerable<TeamsChannel> GetChannelsAsync(string teamId, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(teamId);
        return ListForServiceAsync("Which channels a user may know of", new Listing<TeamsChannel>(SharePointOperations.GetChannels, teamId, token => parts.Teams.ChannelsAsync(teamId, token)), reader, cancellationToken);
    }

    public async Task<SharePointItem> GetChannelFolderAsync(TeamsChannel channel, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(reader);
        IntegrationCall<SharePointItem> call = new(reader, ReadAsync, channel.TeamId, channel.ChannelId);
        return await pipeline.ExecuteAsync(SharePointOperations.GetChannelFolder, call, cancellationToken).ConfigureAwait(false);

        async Task<SharePointItem> ReadAsync(CancellationToken token)
        {
            ContentId folder = await parts.Teams.FolderAsync(channel, token).ConfigureAwait(false);
            await gate.EnsureAsync(folder, reader, token).ConfigureAwait(false);
            return await parts.Teams.ReadAsync(folder, token).ConfigureAwait(false);
        }
    }

    public IAsyncEnumerable<ChannelMember> GetChannelMembersAsync(TeamsChannel channel, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return ListForServiceAsync("Who belongs to a channel", new Listing<ChannelMember>(SharePointOperations.GetChannelMembers, channel.ChannelId, token => parts.Teams.MembersAsync(channel, token)), reader, cancellationToken);
    }
}
