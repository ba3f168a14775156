using Navo.Integrations.Abstractions;
using RichardSzalay.MockHttp;

namespace Navo.Integrations.Confluence.Tests.Client;

public sealed class CloudSearchTests : IAsyncDisposable
{
    private const string SearchPath = "/wiki/rest/api/search";
    private readonly ConfluenceHost _host = new(o => o.Spaces = ["ENG", "DOCS"]);

    [Fact]
    public async Task Row025_a_search_gives_titles_excerpts_highlights_and_an_estimated_total()
    {
        _host.Answer(SearchPath, Results(Hit("11", "ENG", excerpt: "the @@@hl@@@on-call@@@endhl@@@ rota &amp; more"), total: 40));

        SearchPage page = await _host.Client.SearchAsync(new("on-call"), AccessContext.Service, TestContext.Current.CancellationToken);

        SearchHit hit = Assert.Single(page.Hits);
        Assert.Equal(("11", "Page 11", ContentKind.Page, "ENG"), (hit.Id.Value, hit.Title, hit.Kind, hit.Container?.Key));
        Assert.Equal("the on-call rota & more", hit.Excerpt);
        Assert.Equal(["on-call"], hit.Highlights);
        Assert.Equal("https://acme.atlassian.net/wiki/spaces/ENG/pages/11", hit.WebAddress?.AbsoluteUri);
        Assert.Equal(SearchTotal.Estimated(40), page.Total);
        Assert.Null(page.Continuation);
    }

    [Theory]
    [InlineData("@@@hl@@@Deploy@@@endhl@@@ now, then @@@hl@@@deploy@@@endhl@@@ more and @@@hl@@@roll out@@@endhl@@@", "Deploy now, then deploy more and roll out", new[] { "Deploy", "roll out" })]
    [InlineData(" nothing is marked \\u0026lt; here ", "nothing is marked < here", new string[0])]
    [InlineData("\\u0040@@hl@@@caf\\u00e9@@@endhl@@@ \\ud83d\\ude80 mail@@@@ ", "café 🚀 mail@@@@", new[] { "café" })]
    [InlineData("", "", new string[0])]
    public async Task Row025_marks_are_taken_out_of_an_excerpt_and_each_marked_word_is_told_once(string marked, string text, string[] words)
    {
        _host.Answer(SearchPath, Results(Hit("11", "ENG", excerpt: marked), total: 1));

        SearchPage page = await _host.Client.SearchAsync(new("x"), AccessContext.Service, TestContext.Current.CancellationToken);

        SearchHit hit = Assert.Single(page.Hits);
        Assert.Equal(text, hit.Excerpt);
        Assert.Equal(words, hit.Highlights);
    }

    [Fact]
    public async Task Row025_a_hit_without_an_excerpt_is_a_hit_and_an_excerpt_that_is_no_text_is_no_answer()
    {
        string none = Hit("11", "ENG").Replace("\"excerpt\":\"\"", "\"excerpt\":null", StringComparison.Ordinal);
        _host.Answer(SearchPath, Results($"{none},{Hit("12", "ENG").Replace("\"excerpt\":\"\",", string.Empty, StringComparison.Ordinal)}", total: 2));
        SearchPage page = await _host.Client.SearchAsync(new("x"), AccessContext.Service, TestContext.Current.CancellationToken);
        Assert.Equal([null, null], page.Hits.Select(hit => hit.Excerpt));
        Assert.All(page.Hits, hit => Assert.Empty(hit.Highlights));

        foreach (string senseless in new[] { "7", "{}", "[]", "true", "\"\\ud800\"" })
        {
            await using ConfluenceHost other = new(_ => { });
            other.Answer(SearchPath, Results(none.Replace("\"excerpt\":null", $"\"excerpt\":{senseless}", StringComparison.Ordinal), total: 1));
            await Assert.ThrowsAsync<ProtocolException>(() => other.Client.SearchAsync(new("x"), AccessContext.Service, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task F36_members_of_a_page_of_hits_that_nobody_needs_may_be_anything()
    {
        _host.Answer(SearchPath, Results(Hit("11", "ENG"), total: 1).Replace("\"totalSize\"", "\"start\":\"x\",\"limit\":99999999999,\"size\":12.5,\"totalSize\"", StringComparison.Ordinal));
        SearchPage page = await _host.Client.SearchAsync(new("x"), AccessContext.Service, TestContext.Current.CancellationToken);
        Assert.Equal(["11"], page.Hits.Select(hit => hit.Id.Value));
    }

    [Fact]
    public async Task Row027_the_configured_spaces_stand_in_every_query_and_a_stray_hit_is_removed()
    {
        string? cql = null;
        _host.Wire.When(_host.Absolute(SearchPath)).With(r => (cql = Query(r, "cql")) is not null)
            .Respond("application/json", Results(Hit("1", "ENG") + "," + Hit("2", "HR"), total: 2));

        SearchPage page = await _host.Client.SearchAsync(new("salary"), AccessContext.Service, TestContext.Current.CancellationToken);

        Assert.Contains("space in (\"ENG\", \"DOCS\")", cql, StringComparison.Ordinal);
        Assert.Equal(["1"], page.Hits.Select(h => h.Id.Value));
        Assert.Contains(new Omission(OmissionReason.OutsideConfiguredScope, 1), page.Omitted);
        Assert.Equal(SearchTotal.Unknown, page.Total);
    }

    [Fact]
    public async Task Row027_raw_cql_cannot_leave_the_configured_spaces()
    {
        string? cql = null;
        _host.Wire.When(_host.Absolute(SearchPath)).With(r => (cql = Query(r, "cql")) is not null).Respond("application/json", Results("", total: 0));

        await _host.Client.SearchContentAsync(new("type = page or space = HR order by lastmodified desc"), AccessContext.Service, TestContext.Current.CancellationToken);

        Assert.Contains("(type = page or space = HR)", cql, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("order by lastmodified desc", cql, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("and space in (\"ENG\", \"DOCS\")", cql, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Row027_a_query_for_a_space_outside_the_boundary_is_refused_not_narrowed()
    {
        InvalidQueryException refusal = await Assert.ThrowsAsync<InvalidQueryException>(() =>
            _host.Client.SearchAsync(new("x") { Containers = ["ENG", "HR"] }, AccessContext.Service, TestContext.Current.CancellationToken));
        Assert.Contains("outside the configured", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row028_paging_follows_the_cursor_of_the_next_link_to_the_end_and_removes_duplicates()
    {
        _host.Wire.When(_host.Absolute(SearchPath)).With(r => Query(r, "cursor") is null).Respond("application/json", Results(Hit("1", "ENG") + "," + Hit("2", "ENG"), 3, "c 1"));
        _host.Wire.When(_host.Absolute(SearchPath)).With(r => Query(r, "cursor") == "c 1").Respond("application/json", Results(Hit("2", "ENG") + "," + Hit("3", "ENG"), 3));

        List<SearchPage> pages = [];
        await foreach (SearchPage page in _host.Client.SearchPagesAsync(new("x"), AccessContext.Service, TestContext.Current.CancellationToken))
        {
            pages.Add(page);
        }

        Assert.Equal(["1", "2", "3"], pages.SelectMany(p => p.Hits).Select(h => h.Id.Value));
        Assert.Contains(new Omission(OmissionReason.Duplicate, 1), pages[1].Omitted);
    }

    [Fact]
    public async Task F21_an_empty_page_with_a_next_link_ends_the_search()
    {
        _host.Answer(SearchPath, Results("", total: 0, cursor: "more"));
        SearchPage page = await _host.Client.SearchAsync(new("x"), AccessContext.Service, TestContext.Current.CancellationToken);
        Assert.Null(page.Continuation);
    }

    [Theory]
    [InlineData("https://evil.test/wiki/rest/api/search?cursor=a")]
    [InlineData("//evil.test/rest/api/search?cursor=a")]
    [InlineData("/\\\\evil.test/rest/api/search?cursor=a")]
    [InlineData("https://acme.atlassian.net.evil.test/x?cursor=a")]
    [InlineData("/rest/api/search?nothing=a")]
    public async Task F19_a_next_link_to_another_host_or_without_a_position_is_refused(string next)
    {
        _host.Answer(SearchPath, ResultsWithLink(Hit("1", "ENG"), next));
        await Assert.ThrowsAsync<ProtocolException>(() => _host.Client.SearchAsync(new("x"), AccessContext.Service, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task F18_a_next_link_that_leads_back_to_the_same_page_is_named()
    {
        _host.Answer(SearchPath, Results(Hit("1", "ENG"), 9, "same"));
        SearchPage first = await _host.Client.SearchAsync(new("x"), AccessContext.Service, TestContext.Current.CancellationToken);
        ProtocolException cycle = await Assert.ThrowsAsync<ProtocolException>(() =>
            _host.Client.SearchAsync(new("x") { Continuation = first.Continuation }, AccessContext.Service, TestContext.Current.CancellationToken));
        Assert.Contains("same page", cycle.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_continuation_of_another_query_or_reader_is_refused()
    {
        _host.Answer(SearchPath, Results(Hit("1", "ENG"), 9, "next"));
        SearchPage first = await _host.Client.SearchAsync(new("x"), AccessContext.Service, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidQueryException>(() =>
            _host.Client.SearchAsync(new("y") { Continuation = first.Continuation }, AccessContext.Service, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidQueryException>(() =>
            _host.Client.SearchAsync(new("x") { Continuation = first.Continuation }, ConfluenceHost.Ada, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_user_gets_only_hits_that_Confluence_allows_and_the_rest_is_counted_not_named()
    {
        _host.Answer(SearchPath, Results(Hit("1", "ENG") + "," + Hit("2", "ENG") + "," + Hit("3", "ENG"), total: 3));
        _host.Answer("/wiki/rest/api/content/1/permission/check", """{"hasPermission":true}""");
        _host.Answer("/wiki/rest/api/content/2/permission/check", """{"hasPermission":false}""");
        _host.Answer("/wiki/rest/api/content/3/permission/check", """{"message":"boom"}""", System.Net.HttpStatusCode.InternalServerError);

        SearchPage page = await _host.Client.SearchAsync(new("x"), ConfluenceHost.Ada, TestContext.Current.CancellationToken);

        Assert.Equal(["1"], page.Hits.Select(h => h.Id.Value));
        Assert.Equal([new(OmissionReason.NotPermitted, 1), new(OmissionReason.PermissionUnknown, 1)], page.Omitted);
        Assert.True(page.IsTrimmed);
        Assert.NotEqual(SearchTotalKind.Estimated, page.Total.Kind);
    }

    [Fact]
    public async Task A_time_window_is_opened_for_the_sites_zone_and_hits_are_compared_exactly()
    {
        string? cql = null;
        DateTimeOffset since = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
        _host.Wire.When(_host.Absolute(SearchPath)).With(r => (cql = Query(r, "cql")) is not null)
            .Respond("application/json", Results(Hit("1", "ENG", modified: "2026-11-20T12:00:00Z") + "," + Hit("2", "ENG", modified: "2026-11-20T11:59:59Z"), total: 2));

        SearchPage page = await _host.Client.SearchAsync(new("x") { ModifiedSince = since }, AccessContext.Service, TestContext.Current.CancellationToken);

        Assert.Contains("lastmodified >= \"2026-11-19 10:00\"", cql, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["1"], page.Hits.Select(h => h.Id.Value));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static string? Query(HttpRequestMessage request, string name) => System.Web.HttpUtility.ParseQueryString(request.RequestUri!.Query)[name];

    private static string Hit(string id, string space, string excerpt = "", string modified = "2026-11-01T10:00:00Z") => $$$"""
        {"content":{"id":"{{{id}}}","type":"page","status":"current","title":"Page {{{id}}}","space":{"key":"{{{space}}}","name":"{{{space}}}"},"version":{"number":3}},
         "title":"Page {{{id}}}","excerpt":"{{{excerpt}}}","url":"/spaces/{{{space}}}/pages/{{{id}}}","entityType":"content","lastModified":"{{{modified}}}"}
        """;

    private static string Results(string hits, int total, string? cursor = null) => cursor is null
        ? $$$"""{"results":[{{{hits}}}],"totalSize":{{{total}}},"_links":{"base":"https://acme.atlassian.net/wiki"}}"""
        : $$$"""{"results":[{{{hits}}}],"totalSize":{{{total}}},"_links":{"base":"https://acme.atlassian.net/wiki","next":"/rest/api/search?cql=x&cursor={{{Uri.EscapeDataString(cursor)}}}"}}""";

    private static string ResultsWithLink(string hits, string next) =>
        $$$"""{"results":[{{{hits}}}],"totalSize":9,"_links":{"base":"https://acme.atlassian.net/wiki","next":{{{System.Text.Json.JsonSerializer.Serialize(next)}}}}}""";
}
