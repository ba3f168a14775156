using System.Text.Json.Nodes;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Sync;

/// <summary>Items of lists in a sync.</summary>
public sealed class SharePointListSyncTests
{
    private static readonly GraphGrant Dan = new(GraphGrantKind.User, GraphTenant.Person("dan"));

    [Fact]
    public async Task Row046_the_items_of_a_list_are_told_under_the_ids_and_with_the_metadata_of_a_read()
    {
        await using SyncBench bench = await SyncBench.StartAsync();
        bench.Scope = new() { Containers = ["https://contoso.sharepoint.com/sites/engineering/Lists/Risks"] };
        ContentChange[] told = [.. (await bench.RunAsync()).OrderBy(change => change.Id.Value, StringComparer.Ordinal)];
        Assert.Equal(2, told.Length);
        foreach (ContentUpserted upserted in told.Cast<ContentUpserted>())
        {
            KnowledgeContent content = await bench.SharePoint.Client.GetContentAsync(upserted.Id, AccessContext.Service, TestContext.Current.CancellationToken);
            Assert.Equivalent(content.Metadata, upserted.Metadata, strict: true);
        }

        SyncCertificate list = Assert.Single(bench.Report.Partitions);
        Assert.Equal(($"sites/{bench.Tenant.SiteId("engineering")}/lists/{GraphIds.Guid("list risks")}", "Engineering: Risks"), (list.Partition, list.Title));
    }

    [Fact]
    public async Task Row046_a_new_an_edited_and_a_deleted_item_are_told_and_nothing_else()
    {
        (GraphTenant tenant, GraphList list) = TenantOf(8);
        await using SyncBench bench = await SyncBench.StartAsync(tenant, pageSize: 3);
        Assert.Equal(8, (await bench.TellAsync()).Count);
        tenant.SaveListItem(list.Id, 3, "Item 3, mended");
        tenant.DeleteListItem(list.Id, 5);
        tenant.AddListItem(list.Id, "Late");
        bench.Simulator.ClearRequests();
        Assert.Equal(["changed Item 3, mended", "deleted Item 5 Removed", "new Late"], await bench.TellAsync());
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);
        Assert.DoesNotContain(bench.Simulator.Requests, request => request.PathAndQuery.Contains("/items/5", StringComparison.Ordinal)); // the feed said it
        Assert.All(bench.Report.Partitions, partition => Assert.False(partition.IsEnumeration));
        Assert.Empty(await bench.TellAsync());
    }

    [Theory]
    [InlineData(20)]
    [InlineData(500)]
    public async Task Row050_where_nothing_has_changed_a_list_costs_one_request(int items)
    {
        (GraphTenant tenant, _) = TenantOf(items);
        await using SyncBench bench = await SyncBench.StartAsync(tenant);
        Assert.Equal(items, (await bench.TellAsync()).Count);
        bench.Simulator.ClearRequests();
        Assert.Empty(await bench.TellAsync());
        Assert.Equal(["getAllSites", "drives", "lists", "delta", "delta"], bench.Simulator.Requests.Select(request => request.PathAndQuery.Split('?')[0].Split('/')[^1]));
    }

    [Fact]
    public async Task Row047_the_link_of_an_empty_last_page_is_kept()
    {
        (GraphTenant tenant, GraphList list) = TenantOf(4);
        await using SyncBench bench = await SyncBench.StartAsync(tenant, pageSize: 2);
        bench.Simulator.Quirks.EmptyPagesWithNextLink = true;
        await bench.TellAsync();
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);
        Assert.Empty(await bench.TellAsync());
        string before = LinkOf(bench, list);
        tenant.Put(tenant.Sites.Values.Single()); // a change of something else
        Assert.Empty(await bench.TellAsync());
        Assert.NotEqual(before, LinkOf(bench, list));
    }

    [Fact]
    public async Task Row047_of_an_item_that_comes_more_than_once_the_last_word_counts()
    {
        (GraphTenant tenant, GraphList list) = TenantOf(7);
        await using SyncBench bench = await SyncBench.StartAsync(tenant, pageSize: 3);
        bench.Simulator.Quirks.RepeatsItemsAcrossPages = true;
        await bench.TellAsync();
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);
        for (int i = 1; i <= 7; i++)
        {
            tenant.SaveListItem(list.Id, i, $"Item {i}, mended");
        }

        await bench.TellAsync();
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);

        GraphListItem item = tenant.Lists[list.Id].Items[0];
        bench.Simulator.Faults.Add("items/delta", Page("deltaLink", LinkOf(bench, list), Entry(1, "Older", 2), Entry(2, "There", 9), """{"id":"2","deleted":{"state":"deleted"}}""", Entry(1, "Newer", 3)));
        IReadOnlyList<ContentChange> told = await bench.RunAsync();
        Assert.Contains("Newer", Assert.Single(bench.Copy.Lines, line => line.StartsWith($"{SyncBench.IdOf(list, item)} ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Copy.Lines, line => line.Contains("There", StringComparison.Ordinal));
        Assert.Equal("ContentDeleted", told[^1].GetType().Name);
    }

    [Fact]
    public async Task Row047_ended_tokens_lead_to_a_new_enumeration_with_titles_whatever_address_graph_gives()
    {
        (GraphTenant tenant, GraphList list) = TenantOf(5);
        await using SyncBench bench = await SyncBench.StartAsync(tenant, pageSize: 2);
        await bench.TellAsync();
        bench.Simulator.EndDeltaTokens(); // answers 410 with a Location that does not ask for columns
        tenant.SaveListItem(list.Id, 2, "Item 2, mended");
        tenant.DeleteListItem(list.Id, 4);
        Assert.Equal(["changed Item 2, mended", "deleted Item 4 NotListed"], await bench.TellAsync());
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);
        Assert.All(bench.Report.Partitions, partition => Assert.True(partition.IsEnumeration));
        Assert.Empty(await bench.TellAsync());
        Assert.All(bench.Report.Partitions, partition => Assert.False(partition.IsEnumeration));
    }

    [Theory]
    [InlineData(410, "resyncChangesApplyDifferences")]
    [InlineData(410, "resyncChangesUploadDifferences")]
    [InlineData(400, "resyncRequired")]
    public async Task Row047_ended_tokens_without_a_link_lead_to_the_beginning(int status, string code)
    {
        (GraphTenant tenant, GraphList list) = TenantOf(5);
        await using SyncBench bench = await SyncBench.StartAsync(tenant, pageSize: 2);
        await bench.TellAsync();
        tenant.DeleteListItem(list.Id, 4);
        bench.Simulator.Faults.Add("items/delta", GraphFaults.Error(status, code));
        Assert.Equal(["deleted Item 4 NotListed"], await bench.TellAsync());
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);
    }

    [Fact]
    public async Task Row047_an_enumeration_whose_token_ends_starts_again_but_not_for_ever()
    {
        (GraphTenant tenant, _) = TenantOf(5);
        await using SyncBench bench = await SyncBench.StartAsync(tenant, pageSize: 2);
        bench.Simulator.Faults.Add("skiptoken=", GraphFaults.Error(410, "resyncRequired"), times: 2);
        await bench.TellAsync();
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);

        bench.Checkpoint = null;
        bench.Simulator.ClearRequests();
        bench.Simulator.Faults.Clear();
        bench.Simulator.Faults.Add("skiptoken=", GraphFaults.Error(410, "resyncRequired"), times: int.MaxValue);
        await bench.RunAsync();
        Assert.Equal([PartitionOutcome.Complete, PartitionOutcome.Failed], bench.Report.Partitions.Select(partition => partition.Outcome));
        Assert.InRange(bench.Simulator.Requests.Count, 8, 16);
    }

    [Fact]
    public async Task Row050_where_the_feed_has_an_error_in_the_place_of_what_is_gone_the_list_is_read_anew()
    {
        (GraphTenant tenant, GraphList list) = TenantOf(5);
        await using SyncBench bench = await SyncBench.StartAsync(tenant, pageSize: 3);
        bench.Simulator.Quirks.ErrorsInPlaceOfDeletedListItems = true;
        await bench.TellAsync();
        tenant.DeleteListItem(list.Id, 4);
        tenant.SaveListItem(list.Id, 1, "Item 1, mended");
        Assert.Equal(["changed Item 1, mended", "deleted Item 4 NotListed"], await bench.TellAsync());
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);
        Assert.Empty(await bench.TellAsync());
        Assert.All(bench.Report.Partitions, partition => Assert.False(partition.IsEnumeration));
    }

    [Fact]
    public async Task Row055_a_list_that_is_throttled_or_closed_fails_alone_and_goes_on_where_it_stood()
    {
        (GraphTenant tenant, GraphList list) = TenantOf(3);
        GraphList other = tenant.AddList(tenant.Sites.Values.Single(), "Ideas");
        tenant.AddListItem(other.Id, "Idea");
        await using SyncBench bench = await SyncBench.StartAsync(tenant);
        await bench.TellAsync();
        foreach ((Fault fault, Type error) in new (Fault, Type)[] { (GraphFaults.Error(403, "accessDenied"), typeof(PermissionException)), (GraphFaults.Throttled(TimeSpan.Zero), typeof(ThrottledException)) })
        {
            tenant.SaveListItem(list.Id, 1, $"Item 1 {error.Name}");
            tenant.SaveListItem(other.Id, 1, $"Idea {error.Name}");
            bench.Simulator.Faults.Add($"{list.Id}/items/delta", fault);
            Assert.Equal([$"Idea {error.Name}"], (await bench.RunAsync()).Cast<ContentUpserted>().Select(change => change.Metadata.Title));
            SyncCertificate failed = Assert.Single(bench.Report.Partitions, partition => partition.Outcome == PartitionOutcome.Failed);
            Assert.Equal(("Root: Risks", error), (failed.Title, failed.Error!.GetType()));
            Assert.Equal([$"changed Item 1 {error.Name}"], await bench.TellAsync());
        }

        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);
    }

    [Fact]
    public async Task Row055_a_bad_item_is_skipped_and_takes_no_other_with_it()
    {
        (GraphTenant tenant, GraphList list) = TenantOf(2);
        await using SyncBench bench = await SyncBench.StartAsync(tenant);
        await bench.TellAsync();
        bench.Simulator.Faults.Add("items/delta", Page("deltaLink", LinkOf(bench, list), """{"id":"2","webUrl":17}""", """{"name":"nobody"}""", """{"id":"../1"}""", "null", Entry(7, "Late", 1)));
        Assert.Equal(["new Late", "skipped  Malformed", "skipped  Malformed", "skipped  Malformed", "skipped Item 2 Malformed"], await bench.TellAsync());
    }

    [Fact]
    public async Task Row050_what_holds_no_content_of_peoples_is_no_partition_and_a_vanished_list_is_asked_for()
    {
        (GraphTenant tenant, GraphList list) = TenantOf(3);
        GraphSite site = tenant.Sites.Values.Single();
        tenant.Put(tenant.AddList(site, "Hidden") with { IsHidden = true });
        tenant.Put(tenant.AddList(site, "System") with { IsSystem = true });
        foreach (string template in (string[])["documentLibrary", "pictureLibrary", "xmlForm", "workflowHistory", "masterPageCatalog"])
        {
            tenant.AddListItem(tenant.AddList(site, template, template).Id, "Nothing");
        }

        await using SyncBench bench = await SyncBench.StartAsync(tenant);
        await bench.TellAsync();
        Assert.Equal(["Root: Documents", "Root: Risks"], bench.Report.Partitions.Select(partition => partition.Title));
        tenant.DeleteList(list.Id);
        Assert.Equal(["deleted Item 1 NotListed", "deleted Item 2 NotListed", "deleted Item 3 NotListed"], await bench.TellAsync());
    }

    [Theory]
    [InlineData("https://contoso.sharepoint.com", 5)]
    [InlineData("https://contoso.sharepoint.com/Lists/Risks", 2)]
    [InlineData("https://contoso.sharepoint.com/Lists/Site%20Pages", 1)]
    [InlineData("https://contoso.sharepoint.com/Lists/Ris", 0)]
    public async Task Row045_a_scope_names_a_site_with_its_lists_and_pages_or_one_of_them(string container, int items)
    {
        (GraphTenant tenant, _) = TenantOf(2);
        tenant.AddFile(tenant.Items[tenant.Drives.Values.Single().RootId], "File.txt", "Text");
        tenant.AddListItem(tenant.AddList(tenant.Sites.Values.Single(), "Ideas").Id, "Idea");
        tenant.AddPage(tenant.Sites.Values.Single(), "Welcome", "<p>Text</p>");
        await using SyncBench bench = await SyncBench.StartAsync(tenant);
        bench.Scope = new() { Containers = [container] };
        Assert.Equal(items, (await bench.TellAsync()).Count);
    }

    [Fact]
    public async Task Row045_a_list_beyond_the_boundary_is_not_read_and_leaves_the_copy()
    {
        (GraphTenant tenant, GraphList list) = TenantOf(2);
        GraphItem other = tenant.AddSite("other", "/sites/other");
        string site = tenant.Drives[other.DriveId].SiteId;
        tenant.AddListItem(tenant.AddList(tenant.Sites[site], "Ideas").Id, "Idea");
        await using SyncBench bench = await SyncBench.StartAsync(tenant, configure: options => options.Sites = ["https://contoso.sharepoint.com/sites/other"], selected: [site]);
        Assert.Equal(["new Idea"], await bench.TellAsync());
        Assert.DoesNotContain(bench.Simulator.Requests, request => request.PathAndQuery.Contains(list.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Row045_lists_and_pages_can_be_left_out_and_leave_the_copy_until_they_are_wanted_again()
    {
        (GraphTenant tenant, _) = TenantOf(2);
        tenant.AddPage(tenant.Sites.Values.Single(), "Welcome", "<p>Text</p>");
        InMemorySyncInventory inventory = new();
        await using SyncBench with = await SyncBench.StartAsync(tenant, inventory: inventory);
        IReadOnlyList<string> all = await with.TellAsync();
        Assert.Equal(3, all.Count);
        await using SyncBench without = await SyncBench.StartAsync(tenant, inventory: inventory, configure: options => (options.SyncLists, options.SyncPages) = (false, false));
        without.Checkpoint = CheckpointOf(with, without);
        Assert.Equal(3, (await without.TellAsync()).Count(line => line.StartsWith("deleted", StringComparison.Ordinal)));
        Assert.DoesNotContain(without.Simulator.Requests, request => request.PathAndQuery.Contains("/lists", StringComparison.Ordinal) || request.PathAndQuery.Contains("/pages", StringComparison.Ordinal));
        Assert.Empty(await without.TellAsync());
        with.Checkpoint = CheckpointOf(without, with);
        Assert.Equal(all, await with.TellAsync());
        Assert.Empty(await with.TellAsync());
    }

    [Fact]
    public async Task Row049_who_may_see_an_item_is_told_by_a_run_for_access()
    {
        (GraphTenant tenant, GraphList list) = TenantOf(25);
        await using SyncBench bench = await SyncBench.StartAsync(tenant, pageSize: 10);
        await bench.TellAsync();
        Assert.Equal(25, (await bench.TellAsync(SyncMode.AccessOnly)).Count); // nobody knew before
        tenant.ShareListItem(list.Id, 7, Dan);
        Assert.Empty(await bench.TellAsync()); // the feed shows the item, and does not say why
        Assert.Equal(["shared Item 7"], await bench.TellAsync(SyncMode.AccessOnly));
        Assert.Empty(await bench.TellAsync(SyncMode.AccessOnly));
        Assert.Empty(await bench.TellAsync());
    }

    [Fact]
    public async Task Row056_an_estimate_does_not_know_how_many_items_a_list_has()
    {
        (GraphTenant tenant, _) = TenantOf(3);
        await using SyncBench bench = await SyncBench.StartAsync(tenant);
        IReadOnlyList<PartitionEstimate> partitions = (await bench.Sync.EstimateAsync(SyncScope.All, cancellationToken: TestContext.Current.CancellationToken)).Partitions;
        Assert.Null(Assert.Single(partitions, partition => partition.Title == "Root: Risks").Items);
    }

    /// <summary>The checkpoint of one bench for another, which has another address.</summary>
    private static SyncCheckpoint CheckpointOf(SyncBench one, SyncBench other) =>
        new(one.Checkpoint!.ToJson().Replace(one.Simulator.GraphUrl.Authority, other.Simulator.GraphUrl.Authority, StringComparison.Ordinal));

    /// <summary>A site with an empty library and a list of so many items.</summary>
    private static (GraphTenant Tenant, GraphList List) TenantOf(int items)
    {
        GraphTenant tenant = new(SyncBench.NewTime());
        tenant.AddSite("root", string.Empty);
        GraphList list = tenant.AddList(tenant.Sites.Values.Single(), "Risks");
        for (int i = 1; i <= items; i++)
        {
            tenant.AddListItem(list.Id, $"Item {i}");
        }

        return (tenant, list);
    }

    private static string LinkOf(SyncBench bench, GraphList list) =>
        JsonNode.Parse(bench.Checkpoint!.ToJson())!["partitions"]![$"sites/{list.SiteId}/lists/{list.Id}"]!["changes"]!.GetValue<string>();

    private static string Entry(int id, string title, int version) => $$"""{"id":"{{id}}","eTag":"\"x,{{version}}\"","fields":{"Title":"{{title}}"} }""";

    private static Fault Page(string linkName, string link, params string[] items) =>
        Fault.Status(200, $$"""{"value":[{{string.Join(',', items)}}],"@odata.{{linkName}}":"{{link}}"}""");
}
