using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Sync;

/// <summary>What Graph's feed of changes does to those who read it carelessly.</summary>
public sealed class SharePointFeedTests
{
    private const string Foreign = "https://graph.evil.example/v1.0/drives/x/root/delta?token=1";

    [Fact]
    public async Task Row047_the_link_of_an_empty_last_page_is_kept()
    {
        GraphTenant tenant = SyncBench.TenantOf(8);
        await using SyncBench bench = await SyncBench.StartAsync(tenant, pageSize: 3);
        bench.Simulator.Quirks.EmptyPagesWithNextLink = true;
        await bench.TellAsync();
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);
        Assert.Empty(await bench.TellAsync()); // the link is kept here
        string before = LinkOf(bench);
        tenant.Put(tenant.Sites.Values.Single()); // a change of something else
        Assert.Empty(await bench.TellAsync());
        Assert.NotEqual(before, LinkOf(bench));
    }

    [Fact]
    public async Task Row047_of_an_item_that_comes_more_than_once_the_last_word_counts()
    {
        GraphTenant tenant = SyncBench.TenantOf(9);
        await using SyncBench bench = await SyncBench.StartAsync(tenant, pageSize: 3);
        bench.Simulator.Quirks.RepeatsItemsAcrossPages = true;
        await bench.TellAsync();
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);
        foreach (GraphItem file in tenant.Items.Values.Where(item => !item.IsFolder).ToArray())
        {
            tenant.Save(file.Id, GraphTenant.Person("ada"), "Another text");
        }

        tenant.Put(tenant.Find("Folder") with { Name = "Cupboard" });
        await bench.TellAsync();
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);
    }

    [Fact]
    public async Task Row047_ended_tokens_lead_to_the_link_that_graph_gives_and_nothing_is_told_twice()
    {
        GraphTenant tenant = SyncBench.TenantOf(9);
        await using SyncBench bench = await SyncBench.StartAsync(tenant, pageSize: 3);
        await bench.TellAsync();
        bench.Simulator.EndDeltaTokens();
        tenant.Save(tenant.Find("File 3.txt").Id, GraphTenant.Person("ada"), "Another text");
        tenant.Delete(tenant.Find("File 4.txt").Id);
        bench.Simulator.ClearRequests();
        Assert.Equal(["changed File 3.txt", "deleted File 4.txt NotListed"], await bench.TellAsync());
        Assert.True(Assert.Single(bench.Report.Partitions).IsEnumeration);
        Assert.Contains(bench.Simulator.Requests, request => request.PathAndQuery.EndsWith("root/delta", StringComparison.Ordinal)); // as the Location says, and not as we ask
        Assert.Empty(await bench.TellAsync());
        Assert.False(Assert.Single(bench.Report.Partitions).IsEnumeration);
    }

    [Fact]
    public async Task Row048_what_went_between_a_list_that_nobody_confirmed_and_the_next_is_told_as_gone()
    {
        GraphTenant tenant = SyncBench.TenantOf(9);
        await using SyncBench bench = await SyncBench.StartAsync(tenant, pageSize: 3);
        await BreakOffAsync(bench, confirmed: 1); // on the second page
        tenant.Save(tenant.Find("File 0.txt").Id, GraphTenant.Person("ada"), "Another text");
        bench.Simulator.EndDeltaTokens();
        Assert.Equal("File 1.txt", await BreakOffAsync(bench, confirmed: 0)); // on the first page of the list that was begun anew
        tenant.Delete(tenant.Find("File 1.txt").Id);
        await bench.TellAsync();
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);
    }

    [Fact]
    public async Task The_next_page_is_asked_for_while_one_is_told_and_none_is_asked_for_twice()
    {
        await using SyncBench bench = await SyncBench.StartAsync(SyncBench.TenantOf(9), pageSize: 3);
        List<int> asked = await PagesAskedAsync(bench, static (_, _) => { });
        Assert.All(asked.Select(static (pages, change) => (pages, told: ((change + 2) / 3) + 1)), static at => Assert.InRange(at.pages, at.told, at.told + 1));
        Assert.Equal(4, Pages(bench));
        Assert.Equal(TenantCopy.Of(bench.Tenant), bench.Copy.Lines);
    }

    [Fact]
    public async Task A_page_that_waited_for_minutes_is_asked_for_again_and_none_is_asked_for_ahead_after_it()
    {
        await using SyncBench bench = await SyncBench.StartAsync(SyncBench.TenantOf(9), pageSize: 3);
        GraphItem last = bench.Tenant.Find("File 8.txt");
        await PagesAskedAsync(bench, (at, change) =>
        {
            at.Time.Advance(TimeSpan.FromMinutes(change == 0 ? 2 : 0));
            if (change == 0)
            {
                at.Tenant.Delete(last.Id);
            }
        });
        Assert.Equal(5, Pages(bench));
        await bench.TellAsync();
        Assert.Equal(TenantCopy.Of(bench.Tenant), bench.Copy.Lines);
    }

    [Fact]
    public async Task A_page_that_could_not_be_had_ahead_is_asked_for_when_it_is_wanted()
    {
        await using SyncBench bench = await SyncBench.StartAsync(SyncBench.TenantOf(9), pageSize: 3);
        bench.Simulator.Faults.Add("skiptoken", GraphFaults.Error(503, "serviceNotAvailable"), times: 1);
        await bench.TellAsync();
        Assert.Equal(5, Pages(bench));
        Assert.Equal(TenantCopy.Of(bench.Tenant), bench.Copy.Lines);
    }

    [Theory]
    [InlineData(410, "resyncRequired")]
    [InlineData(410, "resyncChangesUploadDifferences")]
    [InlineData(410, "syncStateNotFound")]
    [InlineData(400, "resyncRequired")]
    public async Task Row047_ended_tokens_without_a_link_lead_to_the_beginning(int status, string code)
    {
        GraphTenant tenant = SyncBench.TenantOf(9);
        await using SyncBench bench = await SyncBench.StartAsync(tenant, pageSize: 3);
        await bench.TellAsync();
        tenant.Delete(tenant.Find("File 4.txt").Id);
        bench.Simulator.Faults.Add("token=", GraphFaults.Error(status, code));
        Assert.Equal(["deleted File 4.txt NotListed"], await bench.TellAsync());
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);
    }

    [Fact]
    public async Task Row047_an_enumeration_whose_token_ends_starts_again_but_not_for_ever()
    {
        GraphTenant tenant = SyncBench.TenantOf(9);
        await using SyncBench bench = await SyncBench.StartAsync(tenant, pageSize: 3);
        bench.Simulator.Faults.Add("skiptoken=", GraphFaults.Error(410, "resyncRequired"), times: 2, skip: 1);
        await bench.TellAsync();
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);

        bench.Checkpoint = null;
        bench.Simulator.ClearRequests();
        bench.Simulator.Faults.Clear();
        bench.Simulator.Faults.Add("skiptoken=", GraphFaults.Error(410, "resyncRequired"), times: int.MaxValue);
        await bench.RunAsync();
        Assert.Equal(PartitionOutcome.Failed, Assert.Single(bench.Report.Partitions).Outcome);
        Assert.InRange(bench.Simulator.Requests.Count, 8, 16);
    }

    [Fact]
    public async Task Row047_links_to_another_host_are_not_followed_and_not_kept()
    {
        GraphTenant tenant = SyncBench.TenantOf(9);
        await using SyncBench bench = await SyncBench.StartAsync(tenant);
        await bench.TellAsync();
        bench.Simulator.Faults.Add("token=", Page("nextLink", Foreign));
        await bench.RunAsync();
        Assert.IsType<ProtocolException>(Assert.Single(bench.Report.Partitions).Error);
        bench.Simulator.Faults.Add("token=", Page("deltaLink", Foreign));
        await bench.RunAsync();
        Assert.IsType<ProtocolException>(Assert.Single(bench.Report.Partitions).Error);
        Assert.DoesNotContain("evil", bench.Checkpoint!.ToJson(), StringComparison.Ordinal);

        bench.Simulator.Faults.Add("token=", GraphFaults.Error(410, "resyncRequired", headers: new Dictionary<string, string> { ["Location"] = Foreign }));
        tenant.Delete(tenant.Find("File 4.txt").Id);
        Assert.Equal(["deleted File 4.txt NotListed"], await bench.TellAsync());
    }

    [Fact]
    public async Task Row047_a_page_without_any_link_or_that_leads_to_itself_is_a_failure_and_moves_nothing()
    {
        GraphTenant tenant = SyncBench.TenantOf(9);
        await using SyncBench bench = await SyncBench.StartAsync(tenant);
        await bench.TellAsync();
        string link = LinkOf(bench);
        bench.Simulator.Faults.Add("token=", Page("context", Foreign));
        await bench.RunAsync();
        Assert.IsType<ProtocolException>(Assert.Single(bench.Report.Partitions).Error);
        bench.Simulator.Faults.Add("token=", Page("nextLink", link));
        await bench.RunAsync();
        Assert.IsType<ProtocolException>(Assert.Single(bench.Report.Partitions).Error);
        Assert.Equal(link, LinkOf(bench));
        Assert.Empty(await bench.TellAsync());
    }

    [Fact]
    public async Task Row055_a_bad_item_is_skipped_and_takes_no_other_with_it()
    {
        GraphTenant tenant = SyncBench.TenantOf(3);
        await using SyncBench bench = await SyncBench.StartAsync(tenant);
        await bench.TellAsync();
        tenant.Put(tenant.Find("File 1.txt") with { IsMalware = true });
        Assert.Equal(["skipped File 1.txt Malware"], await bench.TellAsync());

        GraphItem file = tenant.Find("File 2.txt");
        bench.Simulator.Faults.Add("token=", Page("deltaLink", LinkOf(bench), $$"""{"id":"{{file.Id}}","name":17}""", """{"name":"nobody.txt"}""", "null", $$"""{"id":"01AAAAAAAAAAAAAA","name":"Late.txt","eTag":"\"1\"","file":{},"parentReference":{"id":"{{file.ParentId}}"} }"""));
        IReadOnlyList<string> told = await bench.TellAsync();
        Assert.Equal(["new Late.txt", "skipped  Malformed", "skipped  Malformed", "skipped File 2.txt Malformed"], told);

        await foreach (SkippedItem skipped in bench.SharePoint.Services.GetRequiredService<ISkipLedger>().ListAsync(new("sharepoint"), SkipReason.Malware, TestContext.Current.CancellationToken))
        {
            Assert.Equal(("File 1.txt", SyncBench.IdOf(tenant.Items.Values.Single(item => item.IsMalware))), (skipped.Title, skipped.Id));
        }
    }

    [Fact]
    public async Task Row055_an_item_whose_people_or_place_have_no_real_ids_ends_no_page()
    {
        GraphTenant tenant = SyncBench.TenantOf(1);
        await using SyncBench bench = await SyncBench.StartAsync(tenant);
        await bench.TellAsync();
        GraphItem file = tenant.Find("File 0.txt");
        string people = """{"user":{"email":"ann@contoso.com ","displayName":"Ann"} }""";
        string Entry(string id, string name, string parent) => $$"""{"id":"{{id}}","name":"{{name}}","eTag":"\"1\"","file":{},"lastModifiedBy":{{people}},"parentReference":{"id":"{{parent}}"} }""";
        bench.Simulator.Faults.Add("token=", Page("deltaLink", LinkOf(bench), Entry("01AAAAAAAAAAAAAA", "Blank.txt", file.ParentId!), Entry("01BBBBBBBBBBBBBB", "Nowhere.txt", "01 "), Entry("01CCCCCCCCCCCCCC", "Late.txt", file.ParentId!)));
        Assert.Equal(["new Blank.txt", "new Late.txt", "skipped Nowhere.txt Malformed"], await bench.TellAsync());
    }

    [Fact]
    public async Task Row055_what_was_skipped_is_told_once_it_can_be_read()
    {
        GraphTenant tenant = SyncBench.TenantOf(3);
        await using SyncBench bench = await SyncBench.StartAsync(tenant);
        GraphItem file = tenant.Find("File 1.txt");
        tenant.Put(file with { IsMalware = true });
        await bench.TellAsync();
        Assert.Equal(["ContentSkipped"], await RetryAsync(bench));
        bench.Simulator.Faults.Add(file.Id, GraphFaults.Error(423, "notAllowed"));
        Assert.Equal(["ContentSkipped"], await RetryAsync(bench));
        bench.Simulator.Faults.Add(file.Id, GraphFaults.Error(403, "accessDenied"));
        Assert.Equal(["ContentSkipped"], await RetryAsync(bench));
        tenant.Put(file with { IsMalware = false });
        Assert.Equal(["ContentUpserted"], await RetryAsync(bench));
        Assert.Empty(await RetryAsync(bench));
        Assert.Equal(TenantCopy.Of(tenant), bench.Copy.Lines);
        Assert.Empty(await bench.TellAsync());
    }

    [Fact]
    public async Task Row056_an_estimate_names_requests_and_resource_units()
    {
        GraphTenant tenant = SyncBench.TenantOf(450);
        await using SyncBench bench = await SyncBench.StartAsync(tenant);
        PartitionEstimate whole = Assert.Single((await bench.Sync.EstimateAsync(SyncScope.All, cancellationToken: TestContext.Current.CancellationToken)).Partitions);
        Assert.Equal((450L, 4L, 5L), (whole.Items!.Value, whole.Requests!.Value, whole.ResourceUnits!.Value));
        await bench.TellAsync();
        PartitionEstimate changes = Assert.Single((await bench.Sync.EstimateAsync(SyncScope.All, bench.Checkpoint, cancellationToken: TestContext.Current.CancellationToken)).Partitions);
        Assert.Null(changes.Items);
    }

    [Fact]
    public async Task Row050_a_site_that_is_closed_keeps_no_other_back_and_deletes_nothing()
    {
        GraphTenant tenant = GraphTenant.CreateBelievable(SyncBench.NewTime());
        await using SyncBench bench = await SyncBench.StartAsync(tenant, configure: options => options.Sites = ["https://contoso.sharepoint.com/sites/launch", "https://contoso.sharepoint.com/sites/launch-secret"]);
        await bench.TellAsync();
        bench.Simulator.Faults.Add("launch?", GraphFaults.Error(403, "accessDenied"), times: int.MaxValue);
        bench.Simulator.Faults.Add("sites/launch?", GraphFaults.Error(403, "accessDenied"), times: int.MaxValue);
        tenant.Save(tenant.Find("Pricing.md").Id, GraphTenant.Person("ada"), "Three people know.");
        await Assert.ThrowsAsync<PermissionException>(() => bench.RunAsync());
        Assert.Contains(bench.Copy.Lines, line => line.Contains("Launch plan.md", StringComparison.Ordinal));
        Assert.Equal(TenantCopy.Of(tenant, where: item => tenant.Sites[tenant.Drives[item.DriveId].SiteId].WebUrl.EndsWith("launch", StringComparison.Ordinal) || item.Name == "Pricing.md"), bench.Copy.Lines);
    }

    private static async Task<IReadOnlyList<string>> RetryAsync(SyncBench bench)
    {
        List<string> told = [];
        ISyncRun run = bench.Sync.RetrySkippedAsync(null, TestContext.Current.CancellationToken);
        await foreach (ContentChange change in run)
        {
            told.Add(change.GetType().Name);
            bench.Copy.Apply(change);
            await run.AcknowledgeAsync(change, TestContext.Current.CancellationToken);
        }

        return told;
    }

    private static string LinkOf(SyncBench bench) =>
        Assert.Single(JsonNode.Parse(bench.Checkpoint!.ToJson())!["partitions"]!.AsObject()).Value!["changes"]!.GetValue<string>();

    private static Fault Page(string linkName, string link, params string[] items) =>
        Fault.Status(200, $$"""{"value":[{{string.Join(',', items)}}],"@odata.{{linkName}}":"{{link}}"}""");

    /// <summary>Carries changes out until one is not confirmed any more, and breaks off.</summary>
    /// <returns>The title of the last one.</returns>
    private static async Task<string> BreakOffAsync(SyncBench bench, int confirmed)
    {
        ISyncRun run = bench.Sync.SyncAsync(SyncScope.All, bench.Checkpoint);
        await foreach (ContentChange change in run)
        {
            bench.Copy.Apply(change);
            if (confirmed-- == 0)
            {
                bench.Checkpoint = run.Checkpoint;
                return Assert.IsType<ContentUpserted>(change).Metadata.Title;
            }

            await run.AcknowledgeAsync(change);
        }

        throw new InvalidOperationException("There were no more changes.");
    }

    /// <summary>How many pages had been asked for when each change was told.</summary>
    private static async Task<List<int>> PagesAskedAsync(SyncBench bench, Action<SyncBench, int> onChange)
    {
        List<int> asked = [];
        ISyncRun run = bench.Sync.SyncAsync(SyncScope.All);
        await foreach (ContentChange change in run)
        {
            onChange(bench, asked.Count);
            asked.Add(Pages(bench));
            bench.Copy.Apply(change);
            await run.AcknowledgeAsync(change);
        }

        bench.Checkpoint = run.Checkpoint;
        return asked;
    }

    private static int Pages(SyncBench bench) =>
        bench.Simulator.Requests.Count(static request => request.PathAndQuery.Contains("root/delta", StringComparison.Ordinal) && !request.PathAndQuery.Contains("token=latest", StringComparison.Ordinal));
}
