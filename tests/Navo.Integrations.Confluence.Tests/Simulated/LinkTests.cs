using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Confluence.Tests.Simulated;

public sealed class LinkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<ConfluenceEdition> Editions { get; } = [ConfluenceEdition.Cloud, ConfluenceEdition.CloudGateway, ConfluenceEdition.DataCenter];

    [Theory, MemberData(nameof(Editions))]
    public async Task Row072_Links_of_all_forms_lead_to_what_the_reader_may_see(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        string page = confluence.IdOf("Deployment process").Value;
        string files = confluence.Content("service-limits.csv").ParentId!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string[] links =
        [
            page, $"/spaces/ENG/pages/{page}/x#steps", "ENG:deployment PROCESS", "/display/ENG/Deployment+process", $"/download/attachments/{files}/service-limits.csv",
            "https://evil.example/x", "/people/712020:abc", "987654321", "ENG:No such page", "just words",
        ];

        IReadOnlyList<ResolvedLink> resolved = await confluence.Client.ResolveLinksAsync(links, confluence.Reader("ben"), Token);

        Assert.Equal(links, resolved.Select(r => r.Link));
        Assert.Equal(
            [
                LinkOutcome.Found, LinkOutcome.Found, LinkOutcome.Found, LinkOutcome.Found, LinkOutcome.Found,
                LinkOutcome.External, LinkOutcome.Person, LinkOutcome.NotFound, LinkOutcome.NotFound, LinkOutcome.Unrecognized,
            ],
            resolved.Select(r => r.Outcome));
        Assert.All(resolved.Take(4), r => Assert.Equal((page, "Deployment process", "ENG"), (r.Id?.Value, r.Title, r.SpaceKey)));
        Assert.Equal("steps", resolved[1].Anchor);
        Assert.Equal((ContentKind.Attachment, "service-limits.csv"), (resolved[4].Kind, resolved[4].Title));
    }

    [Theory, MemberData(nameof(Editions))]
    public async Task Row072_A_title_is_that_of_the_page_before_a_blog_post_and_never_that_of_a_file(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        SimulatedContent page = confluence.Content("Deployment process");
        Put(confluence, page with { Id = 7, Type = SimulatedContentType.BlogPost, ParentId = null });
        Put(confluence, page with { Id = 8, Type = SimulatedContentType.Attachment, ParentId = page.Id, File = new("text/plain", [1]) });
        Put(confluence, page with { Id = 9, Type = SimulatedContentType.Attachment, ParentId = page.Id, File = new("text/plain", [1]), Versions = [page.Latest with { Title = "notes.txt", Number = 1 }] });

        IReadOnlyList<ResolvedLink> resolved = await confluence.Client.ResolveLinksAsync(
            ["ENG:Deployment process", "/display/ENG/2026/11/02/Deployment+process", "ENG:notes.txt"], AccessContext.Service, Token);

        Assert.Equal((ContentKind.Page, page.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), (resolved[0].Kind, resolved[0].Id?.Value));
        Assert.Equal((ContentKind.BlogPost, "7"), (resolved[1].Kind, resolved[1].Id?.Value));
        Assert.Equal(LinkOutcome.NotFound, resolved[2].Outcome);
    }

    [Theory, MemberData(nameof(Editions))]
    public async Task Row072_What_the_reader_may_not_see_looks_absent(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        string hidden = confluence.IdOf("Salary review notes").Value;

        IReadOnlyList<ResolvedLink> forBen = await confluence.Client.ResolveLinksAsync([hidden, "ENG:Salary review notes", "987654321", "ENG:No such page"], confluence.Reader("ben"), Token);
        IReadOnlyList<ResolvedLink> forAda = await confluence.Client.ResolveLinksAsync([hidden, "ENG:Salary review notes"], confluence.Reader("ada"), Token);

        Assert.All(forAda, r => Assert.Equal(LinkOutcome.Found, r.Outcome));
        Assert.Equal(forBen[2] with { Link = string.Empty }, forBen[0] with { Link = string.Empty });
        Assert.Equal(forBen[3] with { Link = string.Empty }, forBen[1] with { Link = string.Empty });
        Assert.All(forBen, r => Assert.Equal(LinkOutcome.NotFound, r.Outcome));
    }

    [Theory, MemberData(nameof(Editions))]
    public async Task Row072_A_hundred_ids_cost_one_search_for_the_service(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        string[] ids = [.. confluence.Simulator.Site.State.Contents.Values
            .Where(c => c is { Type: Navo.Integrations.Testing.Confluence.Model.SimulatedContentType.Page, Status: "current" })
            .Take(40).Select(c => c.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        confluence.Simulator.ClearRequests();

        IReadOnlyList<ResolvedLink> resolved = await confluence.Client.ResolveLinksAsync([.. ids, .. ids], AccessContext.Service, Token);

        Assert.All(resolved, r => Assert.Equal(LinkOutcome.Found, r.Outcome));
        Assert.InRange(confluence.Simulator.Requests.Count, 1, 2);
    }

    [Theory, MemberData(nameof(Editions))]
    public async Task Row027_Links_do_not_leave_the_configured_spaces(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, configure: o => o.Spaces = ["DOCS"]);

        IReadOnlyList<ResolvedLink> resolved = await confluence.Client.ResolveLinksAsync(
            [confluence.IdOf("Deployment process").Value, "ENG:Deployment process"], AccessContext.Service, Token);

        Assert.All(resolved, r => Assert.Equal(LinkOutcome.NotFound, r.Outcome));
    }

    [Fact]
    public async Task What_cannot_be_found_out_fails_alone_and_says_why()
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(ConfluenceEdition.Cloud, configure: o => o.Http.MaxRetryAttempts = 0);
        confluence.Simulator.Faults.Add("/search", Fault.Status(500), times: int.MaxValue);

        IReadOnlyList<ResolvedLink> resolved = await confluence.Client.ResolveLinksAsync(
            [confluence.IdOf("Deployment process").Value, "ENG:Deployment process", "https://evil.example/"], AccessContext.Service, Token);

        Assert.Equal([LinkOutcome.Found, LinkOutcome.Failed, LinkOutcome.External], resolved.Select(r => r.Outcome));
        Assert.IsType<UnavailableException>(resolved[1].Error);
    }

    private static void Put(SimulatedConfluence confluence, SimulatedContent content) => confluence.Simulator.Site.Put(content);
}
