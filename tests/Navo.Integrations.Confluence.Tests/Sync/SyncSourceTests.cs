using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Confluence.Tests.Sync;

/// <summary>A site kept in step, on both editions.</summary>
public sealed class SyncSourceTests
{
    private const ConfluenceEdition Cloud = ConfluenceEdition.Cloud;
    private const ConfluenceEdition DataCenter = ConfluenceEdition.DataCenter;

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row045_a_first_run_delivers_pages_archived_pages_and_blog_posts_of_all_spaces(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition, maxPageSize: 2);
        long top = site.Editor.Page("top");
        long middle = site.Editor.Page("middle", top);
        site.Editor.Page("leaf", middle);
        site.Editor.Page("old", status: "archived");
        site.Editor.Page("unfinished", status: "draft");
        site.Editor.Post("news");
        site.Editor.Page("elsewhere", space: "BBB");
        site.Editor.Trash(site.Editor.Page("thrown away"));

        (List<ContentChange> changes, SyncReport report) = await site.RunAsync();

        Assert.True(report.IsComplete);
        Assert.Equal(6, changes.Count);
        Assert.Equal(site.Copy.Expected, site.Copy.Lines);
        Assert.Equal([5L, 1L], report.Partitions.Select(partition => partition.Seen));
        Assert.Equal([5L, 1L], report.Partitions.Select(partition => partition.Expected ?? -1));
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row045_an_incremental_run_tells_what_has_happened_and_nothing_else(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition);
        long edited = site.Editor.Page("edited"), thrown = site.Editor.Page("thrown"), withFile = site.Editor.Page("with file"), post = site.Editor.Post("post"), discussed = site.Editor.Page("discussed");
        site.Editor.Page("quiet");
        long file = site.Editor.Attach(withFile);
        await site.RunAsync();
        Assert.Empty((await site.RunAsync()).Changes);
        site.Time.Advance(TimeSpan.FromHours(2));

        site.Editor.Edit(edited);
        long made = site.Editor.Page("made");
        site.Editor.Edit(file);
        site.Editor.Attach(post);
        site.Editor.Attach(discussed, SimulatedContentType.Comment);
        site.Editor.Trash(thrown);
        (List<ContentChange> changes, SyncReport report) = await site.RunAsync();

        Assert.True(report.IsComplete);
        Assert.Equal([$"Trashed {thrown}", $"changed {edited}", $"changed {withFile}", $"changed {post}", $"changed {discussed}", $"new {made}"], SyncedSite.Told(changes));
        Assert.Equal(site.Copy.Expected, site.Copy.Lines);
        Assert.Empty((await site.RunAsync()).Changes);
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row028_an_edit_of_an_included_page_tells_the_pages_that_show_it_once(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition, maxPageSize: 2);
        long shown = site.Editor.Page("Shown, \"quoted\""), other = site.Editor.Page("other", space: "BBB"), quiet = site.Editor.Page("quiet");
        long here = site.Editor.Page("here"), excerpt = site.Editor.Page("excerpt"), there = site.Editor.Page("there", space: "BBB"), plain = site.Editor.Page("plain", space: "BBB");
        site.Editor.Include(here, "SHOWN, &quot;quoted&quot;");
        site.Editor.Include(excerpt, "other", "BBB", "excerpt-include");
        site.Editor.Include(there, "Shown, &quot;quoted&quot;", "AAA");
        site.Editor.Include(plain, "quiet", "AAA");
        await site.RunAsync();
        await site.RunAsync();
        site.Time.Advance(TimeSpan.FromHours(3));

        site.Editor.Edit(shown);
        Assert.Equal([$"changed {shown}", $"changed {here}", $"changed {there}"], SyncedSite.Told((await site.RunAsync()).Changes));
        Assert.Empty((await site.RunAsync()).Changes);

        site.Editor.Edit(other);
        Assert.Equal([$"changed {other}", $"changed {excerpt}"], SyncedSite.Told((await site.RunAsync()).Changes));
        site.Time.Advance(TimeSpan.FromMinutes(1));
        site.Editor.Edit(quiet);
        Assert.Equal([$"changed {quiet}", $"changed {plain}"], SyncedSite.Told((await site.RunAsync()).Changes));
        Assert.Empty((await site.RunAsync()).Changes);
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row028_an_included_page_out_of_bounds_is_not_asked_for(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition, configure: options => options.Spaces = ["AAA"]);
        long hidden = site.Editor.Page("hidden", space: "BBB");
        site.Editor.Include(site.Editor.Page("host"), "hidden", "BBB");
        await site.RunAsync();
        site.Time.Advance(TimeSpan.FromHours(3));
        site.Editor.Edit(hidden);
        site.Simulator.ClearRequests();

        Assert.Empty((await site.RunAsync()).Changes);
        Assert.DoesNotContain(site.Simulator.Requests, request => Uri.UnescapeDataString(request.PathAndQuery).Contains("hidden", StringComparison.Ordinal));
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row047_a_new_title_tells_all_that_stands_below_at_once(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition, maxPageSize: 2);
        long top = site.Editor.Page("top"), middle = site.Editor.Page("middle", top), leaf = site.Editor.Page("leaf", middle);
        site.Editor.Page("beside");
        await site.RunAsync();
        site.Time.Advance(TimeSpan.FromHours(1));

        site.Editor.Edit(top, "summit");
        (List<ContentChange> changes, _) = await site.RunAsync();

        Assert.Equal([$"changed {top}", $"moved {middle}", $"moved {leaf}"], SyncedSite.Told(changes));
        Assert.Equal(site.Copy.Expected, site.Copy.Lines);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(4, true)]
    public async Task Row047_a_list_of_what_stands_below_whose_cursor_has_expired_is_begun_anew_and_once_too_often_left_for_the_next_run(int times, bool isLeft)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(Cloud, maxPageSize: 2);
        long other = site.Editor.Page("other"), top = site.Editor.Page("top"), deeper = site.Editor.Page("deeper", other);
        long[] below = [.. Enumerable.Range(0, 5).Select(number => site.Editor.Page($"below {number}", top))];
        await site.RunAsync();
        await site.RunAsync();
        site.Time.Advance(TimeSpan.FromHours(3));
        site.Editor.Edit(other, "another");
        site.Editor.Edit(top, "summit");
        site.Simulator.Faults.Add(new FaultRule { Fault = Fault.Status(400), Path = static path => path.Contains("/descendants", StringComparison.Ordinal) && path.Contains("cursor=", StringComparison.Ordinal), Times = times });

        (List<ContentChange> first, SyncReport report) = await site.RunAsync();
        Assert.True(report.IsComplete);
        Assert.Equal(!isLeft, site.Copy.Expected.SequenceEqual(site.Copy.Lines));
        (List<ContentChange> second, _) = await site.RunAsync();

        Assert.Equal([.. new[] { $"changed {other}", $"changed {top}" }.Concat(below.Append(deeper).Select(static id => $"moved {id}")).Order(StringComparer.Ordinal)], SyncedSite.Told(first.Concat(second)));
        Assert.Equal(site.Copy.Expected, site.Copy.Lines);
        Assert.Empty((await site.RunAsync()).Changes);
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row047_a_new_title_that_the_copy_has_not_heard_of_tells_all_that_stands_below_in_the_next_run(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition, maxPageSize: 2);
        long top = site.Editor.Page("top"), middle = site.Editor.Page("middle", top), leaf = site.Editor.Page("leaf", middle);
        await site.RunAsync();
        site.Time.Advance(TimeSpan.FromHours(1));

        site.Editor.Edit(top, "summit");
        ISyncRun broken = site.Sync.SyncAsync(SyncScope.All, site.Checkpoint, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal($"{top}", (await broken.FirstAsync(TestContext.Current.CancellationToken)).Id.Value);
        site.Checkpoint = broken.Checkpoint;
        site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([$"changed {top}", $"moved {middle}", $"moved {leaf}"], SyncedSite.Told((await site.RunAsync()).Changes));
        Assert.Equal(site.Copy.Expected, site.Copy.Lines);

        site.Time.Advance(TimeSpan.FromMinutes(1));
        site.Editor.Edit(top);
        site.Simulator.ClearRequests();
        Assert.Equal([$"changed {top}"], SyncedSite.Told((await site.RunAsync()).Changes));
        Assert.DoesNotContain(site.Simulator.Requests, request => request.PathAndQuery.Contains("/descendant", StringComparison.Ordinal)); // once is enough
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row047_a_move_that_no_search_shows_the_next_enumeration_tells_with_all_that_stands_below(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition, maxPageSize: 2);
        long top = site.Editor.Page("top"), middle = site.Editor.Page("middle", top), leaf = site.Editor.Page("leaf", middle), other = site.Editor.Page("other");
        long archived = site.Editor.Page("soon archived");
        await site.RunAsync();
        site.Time.Advance(TimeSpan.FromDays(1));

        site.Editor.Move(middle, other);
        site.Editor.Archive(archived);
        (List<ContentChange> changes, SyncReport report) = await site.RunAsync();

        Assert.True(report.IsComplete);
        Assert.Equal([$"changed {archived}", $"moved {middle}", $"moved {leaf}"], SyncedSite.Told(changes));
        Assert.Equal(site.Copy.Expected, site.Copy.Lines);
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row046_what_was_deleted_for_good_the_next_enumeration_tells(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition);
        long gone = site.Editor.Page("gone");
        site.Editor.Page("stays");
        await site.RunAsync();
        site.Editor.Purge(gone);
        Assert.Empty((await site.RunAsync()).Changes);
        site.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal([$"NotListed {gone}"], SyncedSite.Told((await site.RunAsync()).Changes));
    }

    [Theory]
    [InlineData(Cloud, "Pacific/Kiritimati")]
    [InlineData(Cloud, "Etc/GMT+12")]
    [InlineData(DataCenter, "America/Los_Angeles")]
    [InlineData(DataCenter, "Pacific/Kiritimati")]
    public async Task Row045_the_time_zone_of_the_site_loses_and_repeats_nothing(ConfluenceEdition edition, string zone)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition, zone: zone);
        long page = site.Editor.Page("page");
        await site.RunAsync();
        foreach (int minutes in (int[])[1, 59, 600, 1000])
        {
            site.Time.Advance(TimeSpan.FromMinutes(minutes));
            site.Editor.Edit(page);
            Assert.Equal([$"changed {page}"], SyncedSite.Told((await site.RunAsync(new() { SweepInterval = TimeSpan.FromDays(9) })).Changes));
            Assert.Empty((await site.RunAsync(new() { SweepInterval = TimeSpan.FromDays(9) })).Changes);
        }
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row045_what_the_index_shows_late_is_told_late_and_once(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition);
        long early = site.Editor.Page("early"), late = site.Editor.Page("late");
        await site.RunAsync();
        site.Time.Advance(TimeSpan.FromHours(1));
        site.Editor.Attach(late);
        SimulatedContent unseen = site.Simulator.Site.State.Contents.Values.Last();
        site.Simulator.Site.Remove(unseen.Id); // not in the index yet
        site.Time.Advance(TimeSpan.FromMinutes(8));
        site.Editor.Edit(early);
        Assert.Equal([$"changed {early}"], SyncedSite.Told((await site.RunAsync()).Changes));

        site.Simulator.Site.Put(unseen);
        Assert.Equal([$"changed {late}"], SyncedSite.Told((await site.RunAsync()).Changes));
        Assert.Empty((await site.RunAsync()).Changes);

        site.Simulator.Quirks.IndexLag = TimeSpan.FromMinutes(5);
        site.Editor.Edit(early);
        Assert.Empty((await site.RunAsync()).Changes);
        site.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal([$"changed {early}"], SyncedSite.Told((await site.RunAsync()).Changes));
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row045_a_copy_that_takes_its_time_is_told_everything_once(ConfluenceEdition edition)
    {
        (SyncedSite site, long[] pages) = await WithNewAttachmentsAsync(edition);
        await using SyncedSite owned = site;
        ISyncRun run = site.Sync.SyncAsync(SyncScope.All, site.Checkpoint, cancellationToken: TestContext.Current.CancellationToken);
        List<ContentChange> changes = [];
        await foreach (ContentChange change in run.Take(40))
        {
            changes.Add(change);
            site.Time.Advance(TimeSpan.FromMinutes(6)); // a page of the search is old before it is acknowledged
            await run.AcknowledgeAsync(change, TestContext.Current.CancellationToken);
        }

        Assert.True(run.Report.IsComplete);
        Assert.Equal(pages.Select(static page => $"changed {page}"), SyncedSite.Told(changes));
        site.Checkpoint = run.Checkpoint;
        Assert.Empty((await site.RunAsync()).Changes);
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row045_a_search_whose_cursors_have_expired_again_and_again_is_left_to_the_next_run(ConfluenceEdition edition)
    {
        (SyncedSite site, long[] pages) = await WithNewAttachmentsAsync(edition);
        await using SyncedSite owned = site;
        site.Simulator.Faults.Add(new FaultRule
        {
            Fault = Fault.Status(400),
            Times = int.MaxValue,
            Path = static asked => asked.Contains("/search?", StringComparison.Ordinal) && (asked.Contains("&cursor=", StringComparison.Ordinal) || asked.Contains("&start=", StringComparison.Ordinal)),
        });
        (List<ContentChange> first, SyncReport report) = await site.RunAsync();
        Assert.True(report.IsComplete);
        Assert.Equal(2, first.Count);
        site.Simulator.Faults.Clear();
        Assert.Equal(pages.Select(static page => $"changed {page}"), SyncedSite.Told([.. first, .. (await site.RunAsync()).Changes]));
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row045_an_unchanged_site_costs_as_many_requests_whatever_its_size(ConfluenceEdition edition)
    {
        int[] requests = [await CountAsync(50), await CountAsync(500)];

        Assert.Equal(requests[0], requests[1]);
        Assert.InRange(requests[0], 1, 10);

        async Task<int> CountAsync(int pages)
        {
            await using SyncedSite site = await SyncedSite.StartAsync(edition);
            for (int page = 0; page < pages; page++)
            {
                site.Editor.Page($"page {page}");
                site.Time.Advance(TimeSpan.FromMinutes(1));
            }

            site.Time.Advance(TimeSpan.FromDays(2));
            await site.RunAsync();
            site.Simulator.ClearRequests();
            (List<ContentChange> changes, SyncReport report) = await site.RunAsync();
            Assert.Empty(changes);
            Assert.True(report.IsComplete);
            return site.Simulator.Requests.Count;
        }
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row049_a_list_that_loses_a_page_proves_nothing_and_deletes_nothing(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition);
        long lost = site.Editor.Page("lost");
        site.Editor.Page("found");
        await site.RunAsync();
        site.Simulator.Quirks.MissingFromLists = [lost];
        site.Time.Advance(TimeSpan.FromDays(1));

        (List<ContentChange> changes, SyncReport report) = await site.RunAsync();

        Assert.Empty(changes);
        Assert.Equal(PartitionOutcome.Unproven, report.Partitions[0].Outcome);

        site.Simulator.Quirks.MissingFromLists = [];
        Assert.True((await site.RunAsync()).Report.IsComplete);
    }

    [Fact]
    public async Task Row049_an_entry_that_lacks_a_member_is_skipped_and_the_others_are_told()
    {
        await using SyncedSite site = await SyncedSite.StartAsync(Cloud);
        const string Body = """{"results":[{"id":"71","status":"current","title":"no version","spaceId":"501"},{"id":"72","status":"current","title":"whole","spaceId":"501","version":{"number":3}}],"_links":{}}""";
        site.Simulator.Faults.Add("/spaces/501/pages?limit=250&status=current", Fault.Status(200, Body));

        (List<ContentChange> changes, SyncReport report) = await site.RunAsync(null, "AAA");

        Assert.Equal(["new 72", "skipped 71 Malformed"], SyncedSite.Told(changes));
        Assert.True(report.IsComplete);
        Assert.Equal(1, report.Skipped);
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row045_a_list_whose_cursor_has_expired_is_begun_anew(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition, maxPageSize: 2);
        for (int page = 0; page < 7; page++)
        {
            site.Editor.Page($"page {page}");
        }

        site.Simulator.Faults.Add("&cursor=", Fault.Status(400), skip: 1);
        (List<ContentChange> changes, SyncReport report) = await site.RunAsync();

        Assert.True(report.IsComplete);
        Assert.Equal(7, changes.Count);
        Assert.Equal(site.Copy.Expected, site.Copy.Lines);
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row050_a_restriction_is_told_for_the_page_and_all_that_stands_below_it(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition);
        long top = site.Editor.Page("top"), below = site.Editor.Page("below", top);
        site.Editor.Page("beside");
        SyncOptions access = new() { Mode = SyncMode.AccessOnly };
        await site.RunAsync();
        Assert.Equal(3, (await site.RunAsync(access)).Changes.Count); // who may see them was not known so far
        Assert.Empty((await site.RunAsync(access)).Changes);

        site.Simulator.Site.Restrict(top, new() { UserIds = [site.Simulator.Site.State.Users.Values.First(user => user.IsAdministrator).AccountId] });

        Assert.Equal([$"access {top}", $"access {below}"], SyncedSite.Told((await site.RunAsync(access)).Changes));
        Assert.Empty((await site.RunAsync()).Changes);
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row027_a_space_that_is_unknown_or_out_of_bounds_is_refused(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition, configure: options => options.Spaces = ["AAA", "CCC"]);
        site.Editor.Page("inside");
        site.Editor.Page("outside", space: "BBB");

        Assert.Single((await site.RunAsync(null, "AAA")).Changes);
        site.Checkpoint = null;
        await Assert.ThrowsAsync<InvalidQueryException>(() => site.RunAsync(null, "BBB"));
        Assert.Contains("CCC", (await Assert.ThrowsAsync<NotFoundException>(() => site.RunAsync(null, "CCC"))).Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row027_a_configured_space_that_is_not_there_keeps_no_other_back_and_lets_no_run_end_well(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition, configure: options => options.Spaces = ["AAA", "CCC"]);
        site.Editor.Page("inside");

        NotFoundException absent = await Assert.ThrowsAsync<NotFoundException>(() => site.RunAsync());

        Assert.Contains("CCC", absent.Message, StringComparison.Ordinal);
        Assert.Contains("Spaces", absent.Remedy, StringComparison.Ordinal);
        Assert.Single(site.Copy.Lines);
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row047_a_page_that_moves_to_another_space_is_not_deleted(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition);
        long page = site.Editor.Page("traveller");
        site.Editor.Page("stays");
        await site.RunAsync();
        site.Editor.ToSpace(page, "BBB");
        site.Time.Advance(TimeSpan.FromDays(1));

        (List<ContentChange> changes, _) = await site.RunAsync();

        Assert.Equal([$"moved {page}"], SyncedSite.Told(changes));
        Assert.Equal(site.Copy.Expected, site.Copy.Lines);
        site.Time.Advance(TimeSpan.FromDays(1));
        Assert.Empty((await site.RunAsync()).Changes);
    }

    [Theory, InlineData(Cloud), InlineData(DataCenter)]
    public async Task Row053_an_estimate_counts_items_and_requests(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition);
        site.Editor.Page("one");
        site.Editor.Post("two");

        SyncEstimate everything = await site.Sync.EstimateAsync(SyncScope.All, cancellationToken: TestContext.Current.CancellationToken);
        await site.RunAsync();
        site.Time.Advance(TimeSpan.FromDays(3));
        site.Editor.Page("three");
        await site.RunAsync(new() { SweepInterval = TimeSpan.FromDays(9) });
        SyncEstimate changes = await site.Sync.EstimateAsync(SyncScope.All, site.Checkpoint, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([2L, 0L], everything.Partitions.Select(partition => partition.Items ?? -1));
        Assert.Equal([1L, 0L], changes.Partitions.Select(partition => partition.Items ?? -1));
        Assert.True(everything.Requests > 0 && changes.Requests > 0);
    }

    [Theory]
    [InlineData("/spaces", "{\"results\":[{\"id\":\"5")]
    [InlineData("/spaces", "{\"results\":[null]}")]
    [InlineData("/search", "{\"results\":[{\"id\":\"5")]
    public async Task Row049_an_answer_that_makes_no_sense_leaves_as_one_of_the_family(string path, string body)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(Cloud);
        site.Editor.Page("one");
        site.Simulator.Faults.Add(path, Fault.Status(200, body), times: 10);

        ProtocolException failure = await Assert.ThrowsAsync<ProtocolException>(() => site.Sync.EstimateAsync(SyncScope.All, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(("confluence", "sync"), (failure.Integration?.ToString(), failure.Operation));
        if (path == "/spaces")
        {
            Assert.Equal("sync", (await Assert.ThrowsAsync<ProtocolException>(() => site.RunAsync())).Operation);
        }
    }

    [Fact]
    public async Task Row045_the_sync_is_registered_with_the_client()
    {
        await using SyncedSite site = await SyncedSite.StartAsync(Cloud);

        Assert.Equal("confluence", site.Services.GetServices<IContentSync>().Single().Name.ToString());
        Assert.Same(site.Services.GetRequiredKeyedService<IContentSync>("confluence"), site.Services.GetRequiredService<IContentSync>());
    }

    /// <summary>A site that is in step, but for a new attachment on each of eight pages.</summary>
    private static async Task<(SyncedSite Site, long[] Pages)> WithNewAttachmentsAsync(ConfluenceEdition edition)
    {
        SyncedSite site = await SyncedSite.StartAsync(edition, maxPageSize: 2);
        long[] pages = [.. Enumerable.Range(1, 8).Select(number => site.Editor.Page($"page {number}"))];
        await site.RunAsync();
        site.Time.Advance(TimeSpan.FromHours(3));
        Array.ForEach(pages, page => site.Editor.Attach(page));
        return (site, pages);
    }
}
