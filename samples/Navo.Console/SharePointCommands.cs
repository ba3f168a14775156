using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint;

namespace Navo.Console;

/// <summary>The commands that only SharePoint can answer.</summary>
internal static class SharePointCommands
{
    public static async Task<(JsonNode Json, Action<TextReport> Text)> SitesAsync(ISharePointClient sharePoint, CancellationToken token)
    {
        List<SharePointSite> sites = await ListAsync(sharePoint.GetSitesAsync(AccessContext.Service, token));
        return new Listing(["id", "title", "kind", "address"], [.. sites.Select(site => new[] { site.Id.Value, site.Title, site.Kind.ToString(), site.WebAddress.AbsoluteUri })])
            .Both($"{sites.Count} sites");
    }

    public static async Task<(JsonNode Json, Action<TextReport> Text)> LibrariesAsync(ISharePointClient sharePoint, ContentId site, CancellationToken token)
    {
        List<SharePointLibrary> libraries = await ListAsync(sharePoint.GetLibrariesAsync(site, AccessContext.Service, token));
        return new Listing(["id", "title", "site", "address"], [.. libraries.Select(library => new[] { library.LibraryId, library.Title, library.Site.Name, library.WebAddress?.AbsoluteUri })])
            .Both($"{libraries.Count} libraries");
    }

    public static async Task<(JsonNode Json, Action<TextReport> Text)> TeamsAsync(ISharePointClient sharePoint, CancellationToken token)
    {
        List<string?[]> rows = [];
        await foreach (TeamsTeam team in sharePoint.GetTeamsAsync(null, AccessContext.Service, token))
        {
            await foreach (TeamsChannel channel in sharePoint.GetChannelsAsync(team.TeamId, AccessContext.Service, token))
            {
                SharePointItem? folder = await FolderAsync(sharePoint, channel, token);
                List<ChannelMember> members = await ListAsync(sharePoint.GetChannelMembersAsync(channel, AccessContext.Service, token));
                rows.Add([team.Title, channel.Title, channel.Kind.ToString(), folder?.Id.Value, members.Count.ToString(CultureInfo.InvariantCulture)]);
            }
        }

        return new Listing(["team", "channel", "kind", "folder", "members"], rows).Both($"{rows.Count} channels");
    }

    public static async Task<(JsonNode Json, Action<TextReport> Text)> CollaborationAsync(ISharePointClient sharePoint, ContentId id, CancellationToken token)
    {
        CollaborationData data = await sharePoint.GetCollaborationDataAsync(id, AccessContext.Service, token);
        return Grants(data).Both(Summary(data));
    }

    public static async Task<(JsonNode Json, Action<TextReport> Text)> VersionsAsync(ISharePointClient sharePoint, ContentId id, AccessContext reader, CancellationToken token)
    {
        List<DocumentVersion> versions = await ListAsync(sharePoint.TrackDocumentVersionsAsync(id, reader, token));
        return new Listing(["version", "saved", "author", "bytes"], [.. versions.Select(v => new[] { v.VersionId, Date(v.Saved), v.Author?.DisplayName, v.Size?.ToString(CultureInfo.InvariantCulture) })])
            .Both($"{versions.Count} versions");
    }

    public static Listing Grants(CollaborationData data) => new(
        ["how", "who", "roles", "expires", "inherited"],
        [.. data.Links.Concat(data.Access).Select(grant => new[]
        {
            grant.LinkScope is { } scope ? $"link: {scope}" : "granted",
            string.Join(", ", grant.Names),
            string.Join(", ", grant.Roles),
            Date(grant.Expires),
            grant.IsInherited ? "yes" : "no",
        })]);

    public static string Summary(CollaborationData data) => string.Create(
        CultureInfo.InvariantCulture,
        $"{data.Document.Name}: written by {string.Join(", ", data.CoAuthors.Select(person => person.DisplayName))}; opened {data.AllTime?.Views ?? 0} times by {data.AllTime?.Viewers ?? 0}; checked out by {data.CheckedOut()}; {data.Losses.Count} figures missing");

    private static string CheckedOut(this CollaborationData data) => data.Document.CheckedOutBy?.DisplayName ?? "nobody";

    /// <summary>A channel that nobody put a file into has no folder yet.</summary>
    private static async Task<SharePointItem?> FolderAsync(ISharePointClient sharePoint, TeamsChannel channel, CancellationToken token)
    {
        try
        {
            return await sharePoint.GetChannelFolderAsync(channel, AccessContext.Service, token);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (T item in items)
        {
            all.Add(item);
        }

        return all;
    }

    private static string? Date(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
