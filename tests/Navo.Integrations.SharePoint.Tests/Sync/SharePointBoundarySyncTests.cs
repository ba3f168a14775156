using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Sync;

/// <summary>What a retry makes of items while a configured site can't be found.</summary>
public sealed class SharePointBoundarySyncTests
{
    [Theory]
    [InlineData(404, "itemNotFound")]
    [InlineData(403, "accessDenied")]
    public async Task Row055_a_site_that_is_lost_makes_no_item_of_another_site_be_told_as_deleted(int status, string code)
    {
        await using SyncBench bench = await SyncBench.StartAsync(configure: options => options.Sites = [SiteId("launch"), SiteId("launch-secret")]);
        GraphItem file = bench.Tenant.Find("Launch plan.md");
        bench.Tenant.Put(file with { IsMalware = true });
        await bench.TellAsync();
        bench.Tenant.Put(file with { IsMalware = false });
        Lose(bench, "launch-secret", status, code);
        Assert.Equal("ContentUpserted", await RetryAsync(bench, file));
    }

    [Fact]
    public async Task Row055_an_item_that_may_lie_in_a_refused_site_is_not_told_as_deleted()
    {
        await using SyncBench bench = await SyncBench.StartAsync(configure: options => options.Sites = [SiteId("documentation")]);
        GraphItem file = bench.Tenant.Find("Old guide.md"); // in a site below
        bench.Tenant.Put(file with { IsMalware = true });
        await bench.TellAsync();
        bench.Tenant.Put(file with { IsMalware = false });
        Lose(bench, "documentation", 403, "accessDenied");
        Assert.Equal("ContentSkipped", await RetryAsync(bench, file));
    }

    private static string SiteId(string name) => GraphIds.Site("contoso.sharepoint.com", name);

    /// <summary>The site is not found any more, and what was known of it is forgotten.</summary>
    private static void Lose(SyncBench bench, string site, int status, string code)
    {
        bench.Simulator.Faults.Add(SiteId(site).Split(',')[2], GraphFaults.Error(status, code), times: int.MaxValue);
        bench.Time.Advance(TimeSpan.FromHours(2));
    }

    private static async Task<string> RetryAsync(SyncBench bench, GraphItem file)
    {
        List<ContentChange> told = [];
        ISyncRun run = bench.Sync.RetrySkippedAsync(null, TestContext.Current.CancellationToken);
        await foreach (ContentChange change in run)
        {
            told.Add(change);
            await run.AcknowledgeAsync(change, TestContext.Current.CancellationToken);
        }

        return told.Single(change => change.Id == SyncBench.IdOf(file)).GetType().Name;
    }
}
