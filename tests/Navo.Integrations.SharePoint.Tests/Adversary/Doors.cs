using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Tests.Adversary;

/// <summary>Every way into the client, as the service and as a reader.</summary>
internal static class Doors
{
    public static IEnumerable<(string Name, Func<ISharePointClient, Task> Call)> All(CancellationToken token)
    {
        foreach (AccessContext who in (AccessContext[])[AccessContext.Service, DecentTenant.Reader])
        {
            foreach ((string name, Func<ISharePointClient, AccessContext, Task> call) in Ways(token))
            {
                yield return ($"{name} as {who}", client => call(client, who));
            }
        }
    }

    private static IEnumerable<(string Name, Func<ISharePointClient, AccessContext, Task> Call)> Ways(CancellationToken token)
    {
        ContentId[] ids = [DecentTenant.Document, DecentTenant.Entry, DecentTenant.SitePageId, DecentTenant.SiteContent];
        TeamsChannel channel = new("team", "channel", "General", TeamsChannelKind.Standard, null);
        foreach (ContentId id in ids)
        {
            yield return ($"content {id}", (c, r) => c.GetContentAsync(id, r, token));
            yield return ($"metadata {id}", (c, r) => c.GetMetadataAsync(id, r, token));
            yield return ($"decision {id}", (c, r) => DecideAsync(c, id, r, token));
            yield return ($"explain {id}", (c, r) => c.ExplainAsync(id, r, token));
            yield return ($"policy {id}", (c, _) => c.GetAccessPolicyAsync(id, token));
        }

        yield return ("search", (c, r) => c.SearchAsync(new("plan"), r, token));
        yield return ("search documents", (c, r) => c.SearchDocumentsAsync(new(Kql.Text("plan")), r, token));
        yield return ("count", (c, r) => c.CountDocumentsAsync(Kql.Text("plan"), "FileType", r, token));
        yield return ("document", (c, r) => c.GetDocumentAsync(DecentTenant.Document, r, token));
        yield return ("bytes", async (c, r) => await DrainAsync(await c.GetDocumentContentAsync(DecentTenant.Document, r, token), token));
        yield return ("bytes of version", async (c, r) => await DrainAsync(await c.GetDocumentVersionContentAsync(DecentTenant.Document, "1.0", r, token), token));
        yield return ("text", (c, r) => c.GetDocumentTextAsync(DecentTenant.Document, r, token));
        yield return ("versions", (c, r) => AllAsync(c.TrackDocumentVersionsAsync(DecentTenant.Document, r, token)));
        yield return ("versions of library", (c, r) => AllAsync(c.TrackLibraryVersionsAsync(DecentTenant.Drive, r, token)));
        yield return ("compare", (c, r) => c.CompareDocumentVersionsAsync(DecentTenant.Document, "1.0", "2.0", r, token));
        yield return ("sites", (c, r) => AllAsync(c.GetSitesAsync(r, token)));
        yield return ("subsites", (c, r) => AllAsync(c.GetSubsitesAsync(DecentTenant.SiteContent, r, token)));
        yield return ("libraries", (c, r) => AllAsync(c.GetLibrariesAsync(DecentTenant.SiteContent, r, token)));
        yield return ("onedrive", (c, r) => c.GetOneDriveAsync(DecentTenant.Reader.User!.Value, r, token));
        yield return ("lists", (c, r) => AllAsync(c.GetListsAsync(DecentTenant.SiteContent, r, token)));
        yield return ("list items", (c, r) => AllAsync(c.GetListItemsAsync(DecentTenant.SiteContent, DecentTenant.List, r, token)));
        yield return ("pages", (c, r) => AllAsync(c.GetPagesAsync(DecentTenant.SiteContent, r, token)));
        yield return ("children", (c, r) => AllAsync(c.GetChildrenAsync(DecentTenant.Document, r, token)));
        yield return ("library", (c, r) => AllAsync(c.GetLibraryItemsAsync(DecentTenant.Drive, r, token)));
        yield return ("teams", (c, r) => AllAsync(c.GetTeamsAsync(null, r, token)));
        yield return ("teams of", (c, r) => AllAsync(c.GetTeamsAsync(DecentTenant.Reader.User, r, token)));
        yield return ("channels", (c, r) => AllAsync(c.GetChannelsAsync("team", r, token)));
        yield return ("channel folder", (c, r) => c.GetChannelFolderAsync(channel, r, token));
        yield return ("channel members", (c, r) => AllAsync(c.GetChannelMembersAsync(channel, r, token)));
        yield return ("site permissions", (c, r) => c.GetSitePermissionsAsync(DecentTenant.SiteContent, r, token));
        yield return ("collaboration", (c, r) => c.GetCollaborationDataAsync(DecentTenant.Document, r, token));
        yield return ("contents", (c, r) => AllAsync(c.GetContentsAsync(ids, r, null, token)));
        yield return ("searches", (c, r) => AllAsync(c.SearchManyAsync([new("plan")], r, null, token)));
        yield return ("decisions", (c, r) => AllAsync(c.CheckPermissionsManyAsync([.. ids.Select(id => new PermissionQuestion(id, r))], null, token)));
        yield return ("health", (c, _) => c.CheckHealthAsync(token));
        yield return ("refresh", (c, _) => c.RefreshCredentialsAsync(token));
    }

    /// <summary>Nobody was given anything in the decent tenant, so whatever is broken, a reader is never let in.</summary>
    private static async Task DecideAsync(ISharePointClient client, ContentId id, AccessContext reader, CancellationToken token)
    {
        PermissionDecision decision = await client.CheckPermissionsAsync(id, reader, token);
        Assert.False(decision.IsAllowed && !reader.IsService, $"{id}: {decision}");
    }

    public static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (T item in items)
        {
            all.Add(item);
        }

        return all;
    }

    public static async Task<byte[]> DrainAsync(DocumentDownload download, CancellationToken token)
    {
        await using (download)
        {
            using MemoryStream bytes = new();
            await download.Content.CopyToAsync(bytes, token);
            return bytes.ToArray();
        }
    }
}
