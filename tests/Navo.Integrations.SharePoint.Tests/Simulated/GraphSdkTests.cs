using Microsoft.Extensions.DependencyInjection;
using Microsoft.Graph;
using Microsoft.Graph.Drives.Item.Items.Item.Delta;
using Microsoft.Graph.Models;
using Microsoft.Graph.Search.Query;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

/// <summary>The vendor's own client, over our pipeline, on our simulator: both read the same of it, and so do we.</summary>
public sealed class GraphSdkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_list_the_same_children()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(simulator: new() { MaxPageSize = 5 });
        Testing.SharePoint.Model.GraphItem folder = sharePoint.Tenant.Items.Values.First(item => item.Name == "Folder 1");
        List<string> theirs = [];
        DriveItemCollectionResponse first = (await Graph(sharePoint).Drives[folder.DriveId].Items[folder.Id].Children.GetAsync(cancellationToken: Token))!;
        await PageIterator<DriveItem, DriveItemCollectionResponse>.CreatePageIterator(Graph(sharePoint), first, item =>
        {
            theirs.Add($"{item.Name} {item.Size} {item.File?.MimeType} {item.LastModifiedBy?.User?.DisplayName} {item.WebUrl}");
            return true;
        }).IterateAsync(Token);
        List<SharePointItem> ours = await sharePoint.Client.GetChildrenAsync(new($"drives/{folder.DriveId}/items/{folder.Id}"), AccessContext.Service, Token).ToListAsync();
        Assert.Equal(18, theirs.Count);
        Assert.Equal(theirs, ours.Select(item => $"{item.Name} {item.Size} {item.MediaType} {item.Editor?.DisplayName} {item.WebAddress!.AbsoluteUri}"));
    }

    [Fact]
    public async Task Both_find_the_same()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        QueryPostRequestBody body = new()
        {
            Requests = [new SearchRequest { EntityTypes = [EntityType.DriveItem], Query = new Microsoft.Graph.Models.SearchQuery { QueryString = "release" }, From = 0, Size = 25, Region = "NAM" }],
        };
        SearchHitsContainer theirs = (await Graph(sharePoint).Search.Query.PostAsQueryPostResponseAsync(body, cancellationToken: Token))!.Value![0].HitsContainers![0];
        Abstractions.SearchPage ours = await sharePoint.Client.SearchDocumentsAsync(new(Kql.Text("release")) { Limit = 25 }, AccessContext.Service, Token);
        Assert.Equal(theirs.Hits!.Select(hit => ((DriveItem)hit.Resource!).Name), ours.Hits.Select(hit => hit.Title));
        Assert.Equal(theirs.Total, (int)ours.Total.Value!);
        Assert.Equal(theirs.MoreResultsAvailable, ours.Continuation is not null);
    }

    [Fact]
    public async Task Both_read_the_same_bytes()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        Testing.SharePoint.Model.GraphItem file = sharePoint.Tenant.Find("It's 100% #1 plan.txt");
        await using DocumentDownload ours = await sharePoint.Client.GetDocumentContentAsync(sharePoint.IdOf(file.Name), AccessContext.Service, Token);
        using StreamReader reader = new(ours.Content);
        Assert.Equal(file.Latest.Bytes, System.Text.Encoding.UTF8.GetBytes(await reader.ReadToEndAsync(Token)));
        DriveItem theirs = (await Graph(sharePoint).Drives[file.DriveId].Items[file.Id].GetAsync(cancellationToken: Token))!;
        Assert.Equal((ours.Document.Name, ours.Document.QuickXorHash, ours.Document.ContentTag), (theirs.Name, theirs.File!.Hashes!.QuickXorHash, theirs.CTag!.Trim('"')));
    }

    [Fact]
    public async Task Both_are_told_the_same_permissions()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        Testing.SharePoint.Model.GraphItem board = sharePoint.Tenant.Find("Board");
        List<Permission> theirs = (await Graph(sharePoint).Drives[board.DriveId].Items[board.Id].Permissions.GetAsync(cancellationToken: Token))!.Value!;
        CollaborationData ours = await sharePoint.Client.GetCollaborationDataAsync(sharePoint.IdOf("Board"), AccessContext.Service, Token);
        Assert.Equal(theirs.Select(p => $"{p.Roles![0]} {p.GrantedToV2?.User?.Id ?? p.GrantedToV2?.SiteGroup?.Id}"), ours.Access.Select(grant => $"{grant.Roles[0]} {grant.Principals[0].Id.Value.Split('/')[^1]}"));
    }

    [Fact]
    public async Task Both_batch_and_a_throttled_request_has_its_own_status()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        sharePoint.Simulator.Faults.Add("$batch/users/", Fault.Throttled(TimeSpan.FromSeconds(7)));
        GraphServiceClient graph = Graph(sharePoint);
        BatchRequestContentCollection batch = new(graph);
        string site = await batch.AddBatchRequestStepAsync(graph.Sites[sharePoint.Tenant.SiteId("engineering")].ToGetRequestInformation());
        string user = await batch.AddBatchRequestStepAsync(graph.Users[Testing.SharePoint.GraphTenant.Person("ada")].ToGetRequestInformation());
        BatchResponseContentCollection answers = await graph.Batch.PostAsync(batch, Token);
        Dictionary<string, System.Net.HttpStatusCode> statuses = await answers.GetResponsesStatusCodesAsync();
        Assert.Equal((200, 429), ((int)statuses[site], (int)statuses[user]));
        Assert.Equal("Engineering", (await answers.GetResponseByIdAsync<Site>(site)).DisplayName);
    }

    [Fact]
    public async Task Both_follow_the_feed_of_changes()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(simulator: new() { MaxPageSize = 40 });
        Testing.SharePoint.Model.GraphItem file = sharePoint.Tenant.Find("Deployment process.md");
        string root = sharePoint.Tenant.Drives[file.DriveId].RootId;
        HashSet<string> theirs = [];
        DeltaGetResponse? page = await Graph(sharePoint).Drives[file.DriveId].Items["root"].Delta.WithUrl($"{sharePoint.Simulator.GraphUrl}/drives/{file.DriveId}/root/delta").GetAsDeltaGetResponseAsync(cancellationToken: Token);
        while (page is not null)
        {
            theirs.UnionWith(page.Value!.Select(item => item.Id!));
            page = page.OdataNextLink is { } next ? await Graph(sharePoint).Drives[file.DriveId].Items["root"].Delta.WithUrl(next).GetAsDeltaGetResponseAsync(cancellationToken: Token) : null;
        }

        List<SharePointItem> ours = await sharePoint.Client.GetLibraryItemsAsync(file.DriveId, AccessContext.Service, Token).ToListAsync();
        Assert.Equal(theirs.Except([root]).Order(StringComparer.Ordinal), ours.Select(item => item.Id.Value.Split('/')[^1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_vendors_client_goes_through_our_pipeline()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        await Assert.ThrowsAsync<NotFoundException>(() => Graph(sharePoint).Drives["b!absent"].GetAsync(cancellationToken: Token));
        sharePoint.Simulator.Faults.Add("/sites/root", Fault.Status(503), times: 1);
        Assert.Equal("Root", (await Graph(sharePoint).Sites["root"].GetAsync(cancellationToken: Token))!.DisplayName);
        Assert.Equal(1, sharePoint.Simulator.IssuedTokens);
    }

    private static GraphServiceClient Graph(SimulatedSharePoint sharePoint) => sharePoint.Services.GetRequiredService<GraphServiceClient>();
}
