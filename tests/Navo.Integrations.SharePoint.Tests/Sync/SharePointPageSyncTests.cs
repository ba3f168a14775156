using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Sync;

/// <summary>Pages of sites in a sync.</summary>
public sealed class SharePointPageSyncTests
{
    private static readonly GraphGrant Dan = new(GraphGrantKind.User, GraphTenant.Person("dan"));

    [Fact]
    public async Task Row046_the_pages_of_a_site_are_told_under_the_ids_of_a_read()
    {
        await using SyncBench bench = await SyncBench.StartAsync(TenantOf(1));
        ContentUpserted told = Assert.IsType<ContentUpserted>(Assert.Single(await bench.RunAsync()));
        KnowledgeContent content = await bench.SharePoint.Client.GetContentAsync(told.Id, AccessContext.Service, TestContext.Current.CancellationToken);
        Assert.Contains("Text 1", content.Markdown, StringComparison.Ordinal);
        Assert.Equivalent(content.Metadata with { Version = told.Metadata.Version }, told.Metadata, strict: true);
        Assert.Equal((ContentKind.Page, "Page 1"), (told.Metadata.Kind, told.Metadata.Title));
        Assert.Equal(["Root: Documents", "Root: Site Pages"], bench.Report.Partitions.Select(partition => partition.Title));
        Assert.Equal($"sites/{bench.Tenant.SiteId("root")}/pages", bench.Report.Partitions[1].Partition);
    }

    [Fact]
    public async Task Row046_a_new_an_edited_and_a_deleted_page_are_told_and_nothing_else()
    {
        GraphTenant tenant = TenantOf(7);
        await using SyncBench bench = await SyncBench.StartAsync(tenant, pageSize: 3);
        Assert.Equal(7, (await bench.TellAsync()).Count);
        tenant.SavePage(IdOf(tenant, "Page 2"), "Page 2");
        tenant.SavePage(IdOf(tenant, "Page 3"), "Page 3, renamed");
        tenant.DeletePage(IdOf(tenant, "Page 5"));
        tenant.AddPage(tenant.Sites.Values.Single(), "Late", "<p>Late</p>");
        Assert.Equal(["changed Page 2", "changed Page 3, renamed", "deleted Page 5 NotListed", "new Late"], await bench.TellAsync());
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);
        Assert.Empty(await bench.TellAsync());
    }

    [Fact]
    public async Task Row046_a_draft_is_not_told_before_it_is_published()
    {
        GraphTenant tenant = TenantOf(2);
        GraphPage page = tenant.Pages[IdOf(tenant, "Page 2")];
        tenant.Put(page with { IsDraft = true });
        await using SyncBench bench = await SyncBench.StartAsync(tenant);
        Assert.Equal(["new Page 1", "skipped Page 2 Unsupported"], await bench.TellAsync());
        tenant.Put(page with { Version = page.Version + 1 });
        Assert.Equal(["changed Page 2"], await bench.TellAsync()); // what was skipped is known, without a state
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(90, 1)]
    [InlineData(450, 3)]
    public async Task Row050_where_nothing_has_changed_the_list_of_pages_is_all_that_is_asked_for(int pages, int requests)
    {
        await using SyncBench bench = await SyncBench.StartAsync(TenantOf(pages));
        await bench.TellAsync();
        bench.Simulator.ClearRequests();
        Assert.Empty(await bench.TellAsync());
        Assert.Equal(["getAllSites", "drives", "lists", "delta", .. Enumerable.Repeat("microsoft.graph.sitePage", requests)], bench.Simulator.Requests.Select(request => request.PathAndQuery.Split('?')[0].Split('/')[^1]));
    }

    [Fact]
    public async Task Row051_a_page_that_the_list_leaves_out_is_asked_for_and_not_told_as_gone()
    {
        GraphTenant tenant = TenantOf(3);
        await using SyncBench bench = await SyncBench.StartAsync(tenant);
        await bench.TellAsync();
        bench.Simulator.Faults.Add("pages/microsoft.graph.sitePage", Fault.Status(200, """{"value":[]}"""));
        bench.Simulator.ClearRequests();
        Assert.Empty(await bench.TellAsync());
        Assert.Equal(3, bench.Simulator.Requests.Count(request => request.PathAndQuery.Contains("/pages/", StringComparison.Ordinal) && !request.PathAndQuery.Contains("pages/microsoft", StringComparison.Ordinal)));
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);
    }

    [Fact]
    public async Task Row048_a_link_of_the_list_that_is_not_good_any_more_leads_to_its_beginning()
    {
        GraphTenant tenant = TenantOf(5);
        await using SyncBench bench = await SyncBench.StartAsync(tenant, pageSize: 2);
        bench.Simulator.Faults.Add("skiptoken=", GraphFaults.Error(400, "invalidRequest"));
        await bench.TellAsync();
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);
        bench.Simulator.Faults.Add("skiptoken=", GraphFaults.Error(400, "invalidRequest"), times: int.MaxValue);
        await bench.RunAsync();
        Assert.Equal([PartitionOutcome.Complete, PartitionOutcome.Failed], bench.Report.Partitions.Select(partition => partition.Outcome));
    }

    [Fact]
    public async Task Row055_a_bad_page_is_skipped_and_closed_pages_keep_nothing_else_back()
    {
        GraphTenant tenant = TenantOf(2);
        await using SyncBench bench = await SyncBench.StartAsync(tenant);
        await bench.TellAsync();
        bench.Simulator.Faults.Add("pages/microsoft.graph.sitePage", GraphFaults.Error(403, "accessDenied"));
        tenant.AddFile(tenant.Items[tenant.Drives.Values.Single().RootId], "File.txt", "Text");
        Assert.Equal("File.txt", Assert.IsType<ContentUpserted>(Assert.Single(await bench.RunAsync())).Metadata.Title);
        Assert.IsType<PermissionException>(Assert.Single(bench.Report.Partitions, partition => partition.Outcome == PartitionOutcome.Failed).Error);

        string bad = IdOf(tenant, "Page 1");
        bench.Simulator.Faults.Add("pages/microsoft.graph.sitePage", Fault.Status(200, $$"""{"value":[{"id":"{{bad}}","title":17},{"title":"nobody"},null,{"id":"{{IdOf(tenant, "Page 2")}}","title":"Page 2, renamed","eTag":"\"x,2\""}]}"""));
        Assert.Equal(["changed Page 2, renamed", "skipped  Malformed", "skipped  Malformed", "skipped Page 1 Malformed"], await bench.TellAsync());
    }

    [Fact]
    public async Task Row049_who_may_see_a_page_its_entry_in_the_library_says()
    {
        GraphTenant tenant = TenantOf(5);
        await using SyncBench bench = await SyncBench.StartAsync(tenant, pageSize: 2);
        await bench.TellAsync();
        Assert.Equal(5, (await bench.TellAsync(SyncMode.AccessOnly)).Count); // nobody knew before
        tenant.SharePage(IdOf(tenant, "Page 2"), Dan);
        Assert.Empty(await bench.TellAsync());
        Assert.Equal(["shared Page 2"], await bench.TellAsync(SyncMode.AccessOnly));

        tenant.AddPage(tenant.Sites.Values.Single(), "Late", "<p>Late</p>"); // later than the entries that a cache keeps
        Assert.Equal(["new Late"], await bench.TellAsync());
        Assert.Equal(["shared Late"], await bench.TellAsync(SyncMode.AccessOnly));
        Assert.Empty(await bench.TellAsync(SyncMode.AccessOnly));
    }

    [Fact]
    public async Task Row049_a_page_without_an_entry_in_the_library_is_told_as_one_that_nobody_may_see()
    {
        GraphTenant tenant = TenantOf(2);
        await using SyncBench bench = await SyncBench.StartAsync(tenant);
        await bench.TellAsync();
        await bench.TellAsync(SyncMode.AccessOnly);
        GraphList library = tenant.Lists.Values.Single();
        tenant.Put(library with { Items = library.Items.RemoveAt(0) });
        bench.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["shared Page 1"], await bench.TellAsync(SyncMode.AccessOnly));
        PermissionDecision decision = await bench.SharePoint.Client.CheckPermissionsAsync(SyncBench.IdOf(tenant.Pages[IdOf(tenant, "Page 1")]), AccessContext.Service, TestContext.Current.CancellationToken);
        Assert.True(decision.IsAllowed); // the service may; of others nobody can tell
    }

    /// <summary>A site with an empty library and so many pages.</summary>
    private static GraphTenant TenantOf(int pages)
    {
        GraphTenant tenant = new(SyncBench.NewTime());
        tenant.AddSite("root", string.Empty);
        for (int i = 1; i <= pages; i++)
        {
            tenant.AddPage(tenant.Sites.Values.Single(), $"Page {i}", $"<p>Text {i}</p>");
        }

        return tenant;
    }

    private static string IdOf(GraphTenant tenant, string title) => tenant.Pages.Values.Single(page => page.Title == title).Id;
}
