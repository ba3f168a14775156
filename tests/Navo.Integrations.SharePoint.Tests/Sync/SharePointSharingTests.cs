using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Sync;

/// <summary>That others may see something is told, and nothing is said to have changed that has not.</summary>
public sealed class SharePointSharingTests
{
    private static readonly GraphGrant Dan = new(GraphGrantKind.User, GraphTenant.Person("dan"));

    [Fact]
    public async Task Row049_a_shared_file_is_told_as_shared_and_its_permissions_alone_are_read()
    {
        await using SyncBench bench = await SyncBench.StartAsync();
        await bench.TellAsync();
        GraphItem pricing = bench.Tenant.Find("Pricing.md");
        bench.Tenant.Share(pricing.Id, Dan);
        bench.Simulator.ClearRequests();
        Assert.Equal(["shared Pricing.md"], await bench.TellAsync());
        Assert.Contains($"/items/{pricing.Id}/permissions", Assert.Single(bench.Simulator.Requests, request => request.PathAndQuery.EndsWith("/$batch", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
        Assert.Empty(await bench.TellAsync());

        bench.Tenant.Share(pricing.Id, null);
        Assert.Equal(["shared Pricing.md"], await bench.TellAsync());
        Assert.Equal(TenantCopy.Of(bench.Tenant), bench.Copy.Lines);
    }

    [Fact]
    public async Task Row049_what_the_feed_is_silent_about_a_run_for_access_finds()
    {
        await using SyncBench bench = await SyncBench.StartAsync(pageSize: 7);
        await bench.TellAsync();
        int files = bench.Copy.Lines.Count;
        Assert.Equal(files, (await bench.TellAsync(SyncMode.AccessOnly)).Count); // nobody knew before
        Assert.Empty(await bench.TellAsync(SyncMode.AccessOnly));

        bench.Tenant.Share(bench.Tenant.Find("Board").Id, Dan);
        Assert.Empty(await bench.TellAsync()); // Graph does not mark folders
        Assert.Equal(["shared Strategy.md"], await bench.TellAsync(SyncMode.AccessOnly));
        Assert.Empty(await bench.TellAsync());

        GraphSite site = bench.Tenant.Sites[bench.Tenant.SiteId("launch")];
        bench.Tenant.Put(site with { Grants = [Dan] });
        Assert.Equal(["shared Launch plan.md"], await bench.TellAsync(SyncMode.AccessOnly));
    }

    [Fact]
    public async Task Row049_where_the_feed_marks_a_folder_all_that_lies_in_it_is_told()
    {
        await using SyncBench bench = await SyncBench.StartAsync(pageSize: 2);
        GraphItem board = bench.Tenant.Find("Board");
        GraphItem years = bench.Tenant.AddFolder(board, "Years");
        bench.Tenant.AddFile(years, "Own.txt", "Has its own.", null, Dan);
        bench.Tenant.AddFile(years, "Inherits.txt", "Has not.");
        await bench.TellAsync();
        await bench.TellAsync(SyncMode.AccessOnly);
        bench.Simulator.Quirks.MarksSharingOfFolders = true;
        bench.Tenant.Share(board.Id, Dan, new GraphGrant(GraphGrantKind.Group, GraphTenant.GroupId("hr")));
        Assert.Equal(["shared Inherits.txt", "shared Strategy.md"], await bench.TellAsync());

        bench.Tenant.Share(board.Id, Dan);
        bench.Tenant.Put(bench.Tenant.Items[years.Id]); // on the same page of the feed, and for another reason
        Assert.Equal(["shared Inherits.txt", "shared Strategy.md"], await bench.TellAsync());
        Assert.Empty(await bench.TellAsync(SyncMode.AccessOnly));
    }

    [Fact]
    public async Task Row049_the_feed_is_asked_for_sharing_and_without_the_folders_above()
    {
        List<HttpRequestMessage> asked = [];
        await using SyncBench bench = await SyncBench.StartAsync(pageSize: 50, onRequest: asked.Add);
        await bench.TellAsync();
        await bench.TellAsync();
        HttpRequestMessage[] feed = [.. asked.Where(request => request.RequestUri!.AbsolutePath.EndsWith("root/delta", StringComparison.Ordinal))];
        Assert.True(feed.Length > 20);
        Assert.All(feed, request =>
        {
            Assert.Equal("deltashowremovedasdeleted, deltatraversepermissiongaps, deltashowsharingchanges, hierarchicalsharing", string.Join(", ", request.Headers.GetValues("Prefer")));
            Assert.Equal("true", Assert.Single(request.Headers.GetValues("deltaExcludeParent")));
        });
    }
}
