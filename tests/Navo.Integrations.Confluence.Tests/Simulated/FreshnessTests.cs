using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Confluence.Tests.Simulated;

public sealed class FreshnessTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<ConfluenceEdition> Editions { get; } = [ConfluenceEdition.Cloud, ConfluenceEdition.DataCenter];

    [Theory, MemberData(nameof(Editions))]
    public async Task Row024_A_space_is_reported_to_the_end_with_what_the_reader_may_see_and_no_more(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, new FakeTimeProvider(Now), maxPageSize: 7);
        FreshnessTracking brief = new() { IncludeDeadLinks = false, IncludeMeaningfulEdits = false, IncludeViews = false };
        SimulatedContent[] pages = [.. confluence.Simulator.Site.State.Contents.Values.Where(c => c is { SpaceKey: "ENG", Type: SimulatedContentType.Page or SimulatedContentType.BlogPost, Status: "current" })];

        List<BatchItem<ContentId, PageFreshness>> all = await ListAsync(confluence.Client.TrackContentFreshnessAsync(FreshnessScope.Space("ENG"), AccessContext.Service, brief, Token));
        List<BatchItem<ContentId, PageFreshness>> some = await ListAsync(confluence.Client.TrackContentFreshnessAsync(FreshnessScope.Space("ENG"), confluence.Reader("ben"), brief, Token));

        Assert.Equal(pages.Select(p => p.Title).Order(), all.Select(i => i.Get().Metadata.Title).Order());
        Assert.Equal(Enumerable.Range(0, all.Count), all.Select(i => i.Index));
        Assert.DoesNotContain(some, i => i.Get().Metadata.Title.Contains("Salary", StringComparison.Ordinal));
        Assert.InRange(some.Count, 1, all.Count - 1);
        FreshnessSummary summary = FreshnessSummary.Of(all.Select(i => i.Get()));
        Assert.Equal((all.Count, pages.Count(p => Now - p.Latest.When >= TimeSpan.FromDays(90))), (summary.Count, summary.Stale));
        Assert.Equal(pages.MinBy(p => p.Latest.When)!.Title, summary.Oldest?.Metadata.Title);
    }

    [Theory, MemberData(nameof(Editions))]
    public async Task Row024_A_report_tells_minor_edits_from_others_views_from_none_and_dead_links_from_living_ones(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, new FakeTimeProvider(Now));
        SimulatedContent page = confluence.Content("Deployment process");
        const string Links = """<p><ac:link><ri:page ri:content-title="No such page" /></ac:link> <ac:link><ri:page ri:content-title="Roll back a release" ri:space-key="RUNBOOKS" /></ac:link> <a href="https://evil.example/x">x</a></p>""";
        SimulatedVersion real = page.Latest with { When = Now.AddDays(-100), IsMinor = false, Number = page.Latest.Number + 1 };
        SimulatedVersion minor = real with { When = Now.AddDays(-2), IsMinor = true, Number = real.Number + 1, Storage = real.Storage + Links };
        confluence.Simulator.Site.Change(site => site with { Contents = site.Contents.SetItem(page.Id, page with { Versions = [.. page.Versions, real, minor], Views = 7 }) });

        PageFreshness report = Assert.Single(await ListAsync(confluence.Client.TrackContentFreshnessAsync(
            FreshnessScope.Items(confluence.IdOf("Deployment process")), confluence.Reader("ada"), cancellationToken: Token))).Get();

        Assert.Equal((Now.AddDays(-2), Now.AddDays(-100), false), (report.LastEdit, report.LastMeaningfulEdit, report.IsStale));
        Assert.Equal(TimeSpan.FromDays(2), report.Age);
        Assert.Equal(["ENG:No such page"], report.DeadLinks.Select(l => l.Link));
        Assert.NotNull(report.Owner);
        Assert.Equal(edition == ConfluenceEdition.Cloud ? 7 : null, report.Views?.Views);
        Assert.Equal(edition == ConfluenceEdition.Cloud, report.Views?.Problem is null);
    }

    [Theory, MemberData(nameof(Editions))]
    public async Task Row024_What_fails_fails_alone_and_a_query_is_a_scope_too(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, new FakeTimeProvider(Now));

        List<BatchItem<ContentId, PageFreshness>> items = await ListAsync(confluence.Client.TrackContentFreshnessAsync(
            FreshnessScope.Items(confluence.IdOf("Deployment process"), new("987654321")), AccessContext.Service, cancellationToken: Token));
        List<BatchItem<ContentId, PageFreshness>> found = await ListAsync(confluence.Client.TrackContentFreshnessAsync(
            FreshnessScope.Matching(Cql.Title.Is("Deployment process")), AccessContext.Service, cancellationToken: Token));

        Assert.Equal([null, typeof(NotFoundException)], items.Select(i => i.Error?.GetType()));
        Assert.Equal("Deployment process", Assert.Single(found).Get().Metadata.Title);
    }

    [Fact]
    public async Task Row027_A_space_outside_the_configured_ones_looks_absent()
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(ConfluenceEdition.Cloud, configure: o => o.Spaces = ["DOCS"]);

        Assert.Throws<NotFoundException>(() => confluence.Client.TrackContentFreshnessAsync(FreshnessScope.Space("ENG"), AccessContext.Service, cancellationToken: Token));
    }

    [Fact]
    public void A_summary_of_nothing_is_zeros()
    {
        FreshnessSummary none = FreshnessSummary.Of([]);
        Assert.Equal((0, 0, 0.0, TimeSpan.Zero, null), (none.Count, none.Stale, none.StaleShare, none.MedianAge, none.Oldest));
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
}
