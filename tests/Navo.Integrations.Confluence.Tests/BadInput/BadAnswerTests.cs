using System.Globalization;
using System.Text;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Tests.Resources;
using Navo.Integrations.Confluence.Tests.Simulated;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Confluence.Tests.BadInput;

/// <summary>Answers that a careless client would take for less or for more than they are.</summary>
public sealed class BadAnswerTests
{
    private const string Title = "Deployment process";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<ConfluenceEdition> Editions { get; } = [ConfluenceEdition.Cloud, ConfluenceEdition.DataCenter];

    public static TheoryData<ConfluenceEdition, int, Type> Markup { get; } = new(
        from edition in (ConfluenceEdition[])[ConfluenceEdition.Cloud, ConfluenceEdition.DataCenter]
        from expected in (IEnumerable<(int, Type)>)
        [
            (200, typeof(ProtocolException)), (400, typeof(InvalidQueryException)), (401, typeof(AuthenticationException)), (403, typeof(PermissionException)),
            (404, typeof(NotFoundException)), (500, typeof(UnavailableException)), (502, typeof(UnavailableException)), (503, typeof(UnavailableException)),
        ]
        select (edition, expected.Item1, expected.Item2));

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Row061_Four_hundred_restriction_entries_are_all_read(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        SimulatedContent page = confluence.Content(Title);
        SimulatedUser model = confluence.Person("ben");
        List<string> readers = [confluence.Simulator.Site.State.Users.Values.First(u => u.IsAdministrator).AccountId];
        for (int i = 0; i < 400; i++)
        {
            string account = string.Create(CultureInfo.InvariantCulture, $"712020:reader-{i}");
            confluence.Simulator.Site.Put(model with { AccountId = account, Username = $"reader{i}", UserKey = $"key{i}", DisplayName = $"Reader {i}" });
            readers.Add(account);
        }

        confluence.Simulator.Site.Restrict(page.Id, new SimulatedRestriction { UserIds = [.. readers, confluence.Person("mira").AccountId] });

        AccessPolicy policy = await confluence.Client.GetAccessPolicyAsync(Discussion.Id(page.Id), Token);
        AccessClause own = policy.Clauses.Single(c => c.Source == AccessClauseSource.Item);
        Assert.True(own.Principals.Count >= 402, $"Only {own.Principals.Count} of 402 readers are in the policy.");
        Assert.True((await confluence.Client.CheckPermissionsAsync(Discussion.Id(page.Id), confluence.Reader("mira"), Token)).IsAllowed);
        Assert.False((await confluence.Client.CheckPermissionsAsync(Discussion.Id(page.Id), confluence.Reader("ben"), Token)).IsAllowed);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Row060_An_ancestor_whose_restrictions_answer_404_leaves_the_policy_unreadable(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        SimulatedContent page = confluence.Content("Probation reviews (leads only)");
        confluence.Simulator.Faults.Add($"/content/{page.ParentId}/restriction", Fault.Status(404), times: int.MaxValue);

        await Assert.ThrowsAsync<PermissionException>(() => confluence.Client.GetAccessPolicyAsync(Discussion.Id(page.Id), Token));
        PermissionDecision decision = await confluence.Client.CheckPermissionsAsync(Discussion.Id(page.Id), confluence.Reader("ada"), Token);
        Assert.Equal(edition == ConfluenceEdition.Cloud ? PermissionOutcome.Allow : PermissionOutcome.Unknown, decision.Outcome); // Cloud decides by itself
    }

    [Theory]
    [MemberData(nameof(Markup))]
    public async Task F11_A_page_of_markup_in_place_of_an_answer_has_the_outcome_of_its_status(ConfluenceEdition edition, int status, Type expected)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, configure: options => options.Http.MaxRetryAttempts = 0);
        ContentId id = confluence.IdOf(Title);
        await confluence.Client.GetSpacesAsync(AccessContext.Service, Token).ToListAsync();
        confluence.Simulator.Faults.Add(string.Empty, Fault.Html(status), times: int.MaxValue);
        await Assert.ThrowsAsync(expected, () => confluence.Client.SearchAsync(new("release"), AccessContext.Service, Token));
        await Assert.ThrowsAsync(expected, () => confluence.Client.GetContentAsync(id, AccessContext.Service, Token));
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Row028_A_server_that_lowers_the_page_size_loses_no_hit(ConfluenceEdition edition)
    {
        HashSet<string> whole = await HitsAsync(edition, maxPageSize: null);
        Assert.True(whole.Count > 3);
        Assert.Equal(whole, await HitsAsync(edition, maxPageSize: 1));
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task F21_A_next_link_behind_the_last_item_ends_every_list(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, maxPageSize: 2);
        confluence.Simulator.Quirks.EmptyPagesWithNextLink = true;
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(30));

        Assert.Equal(confluence.Simulator.Site.State.Spaces.Count, (await confluence.Client.GetSpacesAsync(AccessContext.Service, limit.Token).ToListAsync()).Count);
        Assert.NotEmpty((await confluence.Client.GetMetadataAsync(confluence.IdOf(Title), AccessContext.Service, limit.Token)).Title);
        int pages = 0;
        await foreach (SearchPage page in confluence.Client.SearchPagesAsync(new("release") { Limit = 2 }, confluence.Reader("ada"), limit.Token))
        {
            pages++;
        }

        Assert.InRange(pages, 1, 50);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task F19_A_next_link_to_another_host_is_refused(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        const string Foreign = """{"results":[{"id":"1","key":"ENG","name":"x"}],"_links":{"base":"https://wiki.example.test","next":"https://evil.test/x?cursor=1&start=1"}}""";
        confluence.Simulator.Faults.Add(edition == ConfluenceEdition.Cloud ? "/api/v2/spaces" : "/rest/api/space", Fault.Status(200, Foreign), times: int.MaxValue);
        ProtocolException refused = await Assert.ThrowsAsync<ProtocolException>(() => confluence.Client.GetSpacesAsync(AccessContext.Service, Token).ToListAsync());
        Assert.Contains("another host", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task T13_A_page_of_five_megabytes_is_given_whole(ConfluenceEdition edition)
    {
        string word = "knowledge ";
        string storage = $"<p>{new StringBuilder().Insert(0, word, 5 * 1024 * 1024 / word.Length)}</p><p>the end</p>";
        KnowledgeContent content = await ReadAsync(edition, storage);
        Assert.True(content.PlainText.Length >= storage.Length - 64);
        Assert.EndsWith("the end", content.PlainText, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task T07_A_table_of_ten_thousand_rows_is_given_whole(ConfluenceEdition edition)
    {
        StringBuilder table = new("<table><tbody><tr><th>n</th><th>square</th></tr>");
        for (int i = 1; i <= 10_000; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"<tr><td>{i}</td><td>{i * i}</td></tr>");
        }

        KnowledgeContent content = await ReadAsync(edition, table.Append("</tbody></table>").ToString());

        Assert.Equal(10_002, content.Markdown.Split('\n').Count(line => line.StartsWith('|')));
        Assert.Contains("| 10000 | 100000000 |", content.Markdown, StringComparison.Ordinal);
    }

    private static async Task<KnowledgeContent> ReadAsync(ConfluenceEdition edition, string storage)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        confluence.Simulator.Site.Edit(confluence.Content(Title).Id, confluence.Person("ada").AccountId, storage);
        return await confluence.Client.GetContentAsync(confluence.IdOf(Title), confluence.Reader("ben"), Token);
    }

    private static async Task<HashSet<string>> HitsAsync(ConfluenceEdition edition, int? maxPageSize)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, maxPageSize: maxPageSize);
        HashSet<string> ids = [];
        await foreach (SearchPage page in confluence.Client.SearchPagesAsync(new("release"), confluence.Reader("ben"), Token))
        {
            ids.UnionWith(page.Hits.Select(h => h.Id.Value));
        }

        return ids;
    }
}
