using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Tests.Simulated;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Confluence.Tests.Resources;

public sealed class InclusionTests
{
    private static readonly ContentId Outer = new("9300");

    public static TheoryData<ConfluenceEdition> Editions => new(ConfluenceEdition.Cloud, ConfluenceEdition.DataCenter);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Row070_An_included_page_is_given_with_its_own_source(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition);
        Put(confluence, 9300, "Outer", $"<p>before</p>{Include("Inner", "ENG")}");
        Put(confluence, 9301, "Inner", "<h2>Shared</h2>");

        foreach (AccessContext reader in (AccessContext[])[AccessContext.Service, confluence.Reader("ada")])
        {
            KnowledgeContent content = (await confluence.Client.GetPageContentAsync(Outer, reader, Token)).Content;
            IncludedContent included = Assert.Single(content.Included);
            Assert.Equal((InclusionOutcome.Included, "Inner", "ENG", "## Shared"), (included.Outcome, included.Title, included.Container, included.Content?.Markdown));
            Assert.Equal((new ContentId("9301"), "1"), (included.Content!.Metadata.Id, included.Content.SourceVersion));
            Assert.Equal("before\n\nIncluded page: [Inner](page:ENG/Inner)", content.Markdown[..included.Position!.Value]);
            Assert.DoesNotContain("Shared", content.Markdown, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Row070_A_reader_without_access_to_the_included_page_gets_a_placeholder_whoever_read_before(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition);
        Put(confluence, 9300, "Outer", Include("Inner") + Include("No such page"));
        Put(confluence, 9301, "Inner", "<p>for ada alone</p>", readers: "ada");

        foreach (string name in (string[])["ada", "ben", "ada", "ben"])
        {
            KnowledgeContent content = await confluence.Client.GetContentAsync(Outer, confluence.Reader(name), Token);
            Assert.Equal(name == "ada" ? "for ada alone" : null, content.Included[0].Content?.PlainText);
            Assert.Equal(InclusionOutcome.AbsentOrNotVisible, content.Included[1].Outcome);
            Assert.Equal(name == "ben", content.Included[0] with { Title = "", Position = null } == content.Included[1] with { Title = "", Position = null });
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Row070_An_excerpt_is_only_that_part_of_the_page(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition);
        Put(confluence, 9300, "Outer", Include("Inner", macro: "excerpt-include") + Include("Inner", macro: "excerpt-include", name: "second") + Include("Inner", macro: "excerpt-include", name: "third"));
        Put(confluence, 9301, "Inner", $"<p>around &nbsp;</p>{Excerpt("<p>first <strong>one</strong>&eacute;</p>")}<p>between</p>{Excerpt("<p>other</p><ac:image><ri:attachment ri:filename=\"a.png\"/></ac:image>", "second")}");

        KnowledgeContent content = await confluence.Client.GetContentAsync(Outer, confluence.Reader("ada"), Token);

        Assert.Equal(["first **one**é", "other\n\n![a.png](attachment:a.png)", null], content.Included.Select(i => i.Content?.Markdown));
        Assert.All(content.Included, i => Assert.True(i.IsExcerpt));
        Assert.Equal(InclusionOutcome.AbsentOrNotVisible, content.Included[2].Outcome);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Row070_Cycles_end(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition);
        Put(confluence, 9300, "Outer", Include("Outer") + Include("Inner"));
        Put(confluence, 9301, "Inner", "<p>inner</p>" + Include("Outer") + Include("Inner"));

        KnowledgeContent content = await confluence.Client.GetContentAsync(Outer, confluence.Reader("ada"), Token);

        Assert.Equal([InclusionOutcome.Cycle, InclusionOutcome.Included], content.Included.Select(i => i.Outcome));
        Assert.Equal([InclusionOutcome.Cycle, InclusionOutcome.Cycle], content.Included[1].Content!.Included.Select(i => i.Outcome));
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Row070_Depth_and_number_are_bounded(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition);
        Put(confluence, 9300, "Outer", string.Concat(Enumerable.Repeat(Include("Level 1"), 9)));
        for (int level = 1; level <= 7; level++)
        {
            Put(confluence, 9300 + level, $"Level {level}", Include($"Level {level + 1}"));
        }

        KnowledgeContent content = await confluence.Client.GetContentAsync(Outer, AccessContext.Service, Token);

        KnowledgeContent deepest = content;
        int depth = 0;
        while (deepest.Included[0].Content is { } next)
        {
            (deepest, depth) = (next, depth + 1);
        }

        Assert.Equal((5, InclusionOutcome.LimitReached), (depth, deepest.Included[0].Outcome));
        Assert.Equal(InclusionOutcome.LimitReached, content.Included[^1].Outcome);
        Assert.Equal(InclusionOutcome.Included, content.Included[1].Outcome);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Row070_The_configured_spaces_bound_what_is_included(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition, options => options.Spaces = ["ENG"]);
        Put(confluence, 9300, "Outer", Include("Welcome", "DOCS"));
        Put(confluence, 9301, "Welcome", "<p>outside</p>", space: "DOCS");

        KnowledgeContent content = await confluence.Client.GetContentAsync(Outer, AccessContext.Service, Token);

        Assert.Equal(InclusionOutcome.AbsentOrNotVisible, Assert.Single(content.Included).Outcome);
        Assert.DoesNotContain(confluence.Simulator.Requests, r => r.PathAndQuery.Contains("Welcome", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Row070_An_inclusion_that_fails_says_so_and_costs_the_page_nothing_else(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition, options => options.Http.MaxRetryAttempts = 0);
        Put(confluence, 9300, "Outer", "<p>text</p>" + Include("Inner"));
        Put(confluence, 9301, "Inner", "<p>inner</p>");
        confluence.Simulator.Faults.Add(new FaultRule { Fault = Fault.Status(503), Path = path => path.Contains("title=Inner", StringComparison.Ordinal), Times = 1 });

        KnowledgeContent first = await confluence.Client.GetContentAsync(Outer, AccessContext.Service, Token);
        KnowledgeContent second = await confluence.Client.GetContentAsync(Outer, AccessContext.Service, Token);

        Assert.Equal([InclusionOutcome.Failed, InclusionOutcome.Included], [first.Included[0].Outcome, second.Included[0].Outcome]);
        Assert.StartsWith("text", first.Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Row070_A_check_that_fails_does_not_tell_that_the_page_exists(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition, options => options.Http.MaxRetryAttempts = 0);
        Put(confluence, 9300, "Outer", Include("Inner"));
        Put(confluence, 9301, "Inner", "<p>inner</p>");
        confluence.Simulator.Faults.Add(new FaultRule { Fault = Fault.Status(503), Path = path => path.Contains("/content/9301/", StringComparison.Ordinal), Times = int.MaxValue });

        KnowledgeContent content = await confluence.Client.GetContentAsync(Outer, confluence.Reader("ada"), Token);

        Assert.Equal(InclusionOutcome.AbsentOrNotVisible, content.Included[0].Outcome);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Row070_A_view_in_which_macros_ran_is_refused_to_users(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition);
        Put(confluence, 9300, "Outer", "<p>broken" + Include("Inner"), view: "<p>text of a page that only the service sees</p>");

        Assert.StartsWith("text of", (await confluence.Client.GetContentAsync(Outer, AccessContext.Service, Token)).PlainText, StringComparison.Ordinal);
        await Assert.ThrowsAsync<PermissionException>(() => confluence.Client.GetContentAsync(Outer, confluence.Reader("ada"), Token));
        await Assert.ThrowsAsync<PermissionException>(() => confluence.Client.GetPageContentAsync(Outer, confluence.Reader("ada"), Token));
    }

    private static Task<SimulatedConfluence> StartAsync(ConfluenceEdition edition, Action<ConfluenceOptions>? configure = null) => SimulatedConfluence.StartAsync(edition, configure: configure);

    private static string Include(string title, string? space = null, string macro = "include", string? name = null) =>
        $"<ac:structured-macro ac:name=\"{macro}\">{(name is null ? string.Empty : $"<ac:parameter ac:name=\"name\">{name}</ac:parameter>")}<ac:parameter ac:name=\"\"><ac:link><ri:page ri:content-title=\"{title}\" {(space is null ? string.Empty : $"ri:space-key=\"{space}\"")}/></ac:link></ac:parameter></ac:structured-macro>";

    private static string Excerpt(string body, string? name = null) =>
        $"<ac:structured-macro ac:name=\"excerpt\">{(name is null ? string.Empty : $"<ac:parameter ac:name=\"name\">{name}</ac:parameter>")}<ac:rich-text-body>{body}</ac:rich-text-body></ac:structured-macro>";

    private static void Put(SimulatedConfluence confluence, long id, string title, string storage, string space = "ENG", string? readers = null, string? view = null)
    {
        SiteState state = confluence.Simulator.Site.State;
        confluence.Simulator.Site.Put(new SimulatedContent
        {
            Id = id,
            Type = SimulatedContentType.Page,
            SpaceKey = space,
            ParentId = state.Spaces[space].HomepageId,
            ReadRestriction = readers is null ? null : new SimulatedRestriction { UserIds = [Account(readers), .. state.Users.Values.Where(u => u.IsAdministrator).Select(u => u.AccountId)] },
            Versions = [new(1, new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero), Account("ada"), title, storage) { View = view, AtlasDocument = view is null ? null : "{}" }],
        });

        string Account(string name) => state.Users.Values.Single(u => u.Username == name).AccountId;
    }
}
