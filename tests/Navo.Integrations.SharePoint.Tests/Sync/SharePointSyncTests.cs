using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Sync;

/// <summary>What a sync of SharePoint tells, and what it asks for that.</summary>
public sealed class SharePointSyncTests
{
    [Fact]
    public async Task Row045_the_first_run_tells_every_file_of_every_library()
    {
        await using SyncBench bench = await SyncBench.StartAsync(pageSize: 20);
        IReadOnlyList<string> told = await bench.TellAsync();
        Assert.All(told, line => Assert.StartsWith("new ", line, StringComparison.Ordinal));
        Assert.Equal(TenantCopy.Of(bench.Tenant), bench.Copy.Lines);
        Assert.True(told.Count > 300);
        Assert.Equal(bench.Tenant.Drives.Count + 2, bench.Report.Partitions.Count); // one list, and the pages of one site
        Assert.All(bench.Report.Partitions, partition => Assert.True(partition.IsEnumeration));
        Assert.Empty(await bench.TellAsync());
    }

    [Fact]
    public async Task Row045_nothing_is_told_from_beyond_the_boundary()
    {
        GraphTenant tenant = GraphTenant.CreateBelievable(SyncBench.NewTime());
        string[] within = [tenant.SiteId("engineering"), tenant.SiteId("documentation"), GraphIds.Site(tenant.Host, "documentation", "archive")];
        await using SyncBench bench = await SyncBench.StartAsync(tenant, configure: options => options.Sites = ["https://contoso.sharepoint.com/sites/engineering", "https://contoso.sharepoint.com/sites/documentation"], selected: within);
        await bench.TellAsync();
        Assert.Equal(TenantCopy.Of(tenant, within.Contains), bench.Copy.Lines);
    }

    [Theory]
    [InlineData("https://contoso.sharepoint.com/sites/launch", "new Launch plan.md")]
    [InlineData("https://contoso.sharepoint.com/sites/documentation/archive", "new Old guide.md")]
    [InlineData("https://contoso.sharepoint.com/sites/launch/More plans", "new More.md")]
    [InlineData("https://contoso.sharepoint.com/sites/launch/More%20plans/", "new More.md")]
    [InlineData("https://contoso.sharepoint.com/sites/laun", null)]
    [InlineData("https://contoso.sharepoint.com/teams/procedures", null)]
    public async Task Row045_a_scope_names_sites_and_libraries(string container, string? expected)
    {
        await using SyncBench bench = await SyncBench.StartAsync(configure: options => options.Sites = ["/sites/launch", "/sites/documentation"]);
        bench.Tenant.AddFile(bench.Tenant.AddLibrary(bench.Tenant.Sites[bench.Tenant.SiteId("launch")], "More plans"), "More.md", "More.");
        bench.Scope = new() { Containers = [container] };
        IReadOnlyList<string> told = await bench.TellAsync();
        Assert.Equal(expected is not null, told.Contains(expected));
        Assert.Equal(container.EndsWith("launch", StringComparison.Ordinal) ? 2 : expected is null ? 0 : 1, told.Count);
    }

    [Fact]
    public async Task Row046_an_edit_an_upload_and_a_deletion_are_told_and_nothing_else()
    {
        await using SyncBench bench = await SyncBench.StartAsync();
        await bench.TellAsync();
        bench.Tenant.Save(bench.Tenant.Find("Launch plan.md").Id, GraphTenant.Person("ada"), "# Launch plan\n\nThe launch is in autumn.\n");
        bench.Tenant.AddFile(bench.Tenant.Find("General"), "Budget.md", "# Budget\n");
        bench.Tenant.Delete(bench.Tenant.Find("Pricing.md").Id);
        Assert.Equal(["changed Launch plan.md", "deleted Pricing.md Removed", "new Budget.md"], await bench.TellAsync());
        Assert.Equal(TenantCopy.Of(bench.Tenant), bench.Copy.Lines);
        Assert.Empty(await bench.TellAsync());
    }

    [Fact]
    public async Task Row047_what_lies_in_a_renamed_folder_has_moved_at_any_depth_and_over_pages()
    {
        await using SyncBench bench = await SyncBench.StartAsync(pageSize: 3);
        GraphItem board = bench.Tenant.Find("Board");
        GraphItem minutes = bench.Tenant.AddFolder(bench.Tenant.AddFolder(board, "Years"), "2026");
        for (int i = 0; i < 7; i++)
        {
            bench.Tenant.AddFile(minutes, $"Minutes {i}.txt", "Said.");
        }

        await bench.TellAsync();
        bench.Tenant.Put(bench.Tenant.Items[board.Id] with { Name = "Supervisory board" });
        Assert.Equal([.. Enumerable.Range(0, 7).Select(i => $"moved Minutes {i}.txt"), "moved Strategy.md"], await bench.TellAsync());
        Assert.Equal(TenantCopy.Of(bench.Tenant), bench.Copy.Lines);
        Assert.Empty(await bench.TellAsync());
    }

    [Theory]
    [InlineData(410, "resyncRequired")]
    [InlineData(400, "invalidRequest")]
    public async Task Row047_a_page_of_a_renamed_folder_whose_link_has_ended_leads_to_an_enumeration(int status, string code)
    {
        await using SyncBench bench = await SyncBench.StartAsync(pageSize: 3);
        GraphItem board = bench.Tenant.Find("Board");
        for (int i = 0; i < 7; i++)
        {
            bench.Tenant.AddFile(board, $"Minutes {i}.txt", "Said.");
        }

        await bench.TellAsync();
        bench.Tenant.Put(bench.Tenant.Items[board.Id] with { Name = "Supervisory board" });
        bench.Simulator.Faults.Add("/children", GraphFaults.Error(status, code), skip: 1);

        IReadOnlyList<string> told = await bench.TellAsync();

        Assert.Equal([.. Enumerable.Range(0, 7).Select(i => $"moved Minutes {i}.txt"), "moved Strategy.md"], told);
        Assert.All(bench.Report.Partitions, partition => Assert.Null(partition.Error));
        Assert.Contains(bench.Report.Partitions, partition => partition.IsEnumeration && partition.Partition == board.DriveId);
        Assert.Equal(TenantCopy.Of(bench.Tenant), bench.Copy.Lines);
        Assert.Empty(await bench.TellAsync());
    }

    [Fact]
    public async Task Row047_a_file_that_moves_within_its_library_stays_the_same_item()
    {
        await using SyncBench bench = await SyncBench.StartAsync();
        await bench.TellAsync();
        GraphItem plan = bench.Tenant.Find("Strategy.md");
        bench.Tenant.Move(plan.Id, bench.Tenant.Items[bench.Tenant.Drives[plan.DriveId].RootId]);
        Assert.Equal(["changed Strategy.md"], await bench.TellAsync());
        Assert.Equal(TenantCopy.Of(bench.Tenant), bench.Copy.Lines);
    }

    [Fact]
    public async Task Row047_what_moves_to_another_library_is_gone_here_and_new_there()
    {
        await using SyncBench bench = await SyncBench.StartAsync();
        await bench.TellAsync();
        bench.Tenant.Move(bench.Tenant.Find("Board").Id, bench.Tenant.Find("General"));
        Assert.Equal(["deleted Strategy.md Removed", "new Strategy.md"], await bench.TellAsync());
        Assert.Equal(TenantCopy.Of(bench.Tenant), bench.Copy.Lines);
    }

    [Fact]
    public async Task Row046_a_file_that_comes_again_under_its_name_is_another_one()
    {
        await using SyncBench bench = await SyncBench.StartAsync();
        await bench.TellAsync();
        GraphItem before = bench.Tenant.Find("Pricing.md");
        bench.Tenant.Delete(before.Id);
        GraphItem after = bench.Tenant.AddFile(bench.Tenant.Items[before.ParentId!], before.Name, "Only three people know.");
        Assert.NotEqual(before.Id, after.Id);
        Assert.Equal(["deleted Pricing.md Removed", "new Pricing.md"], await bench.TellAsync());
        Assert.Equal(TenantCopy.Of(bench.Tenant), bench.Copy.Lines);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(500)]
    public async Task Row050_where_nothing_has_changed_the_requests_do_not_grow_with_the_items(int files)
    {
        await using SyncBench bench = await SyncBench.StartAsync(SyncBench.TenantOf(files));
        Assert.Equal(files, (await bench.TellAsync()).Count);
        bench.Simulator.ClearRequests();
        Assert.Empty(await bench.TellAsync());
        Assert.Equal(["getAllSites", "drives", "lists", "delta"], bench.Simulator.Requests.Select(request => request.PathAndQuery.Split('?')[0].Split('/')[^1]));
        Assert.All(bench.Report.Partitions, partition => Assert.False(partition.IsEnumeration));
    }

    [Fact]
    public async Task Row050_an_edit_costs_its_own_requests_alone()
    {
        await using SyncBench bench = await SyncBench.StartAsync(SyncBench.TenantOf(500));
        await bench.TellAsync();
        bench.Tenant.Save(bench.Tenant.Find("File 7.txt").Id, GraphTenant.Person("ada"), "Another text");
        bench.Simulator.ClearRequests();
        Assert.Equal(["changed File 7.txt"], await bench.TellAsync());
        Assert.Equal(6, bench.Simulator.Requests.Count); // sites, libraries, lists, the feed, and the two folders above
    }
}
