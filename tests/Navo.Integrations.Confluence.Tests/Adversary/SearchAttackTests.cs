using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Tests.Resources;
using Navo.Integrations.Confluence.Tests.Simulated;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Confluence.Tests.Adversary;

/// <summary>Attempts to get out of a query, a space or a reader's rights by what is searched for.</summary>
public sealed class SearchAttackTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<ConfluenceEdition> Editions { get; } = [ConfluenceEdition.Cloud, ConfluenceEdition.CloudGateway, ConfluenceEdition.DataCenter];

    private static IReadOnlyList<string> Injections { get; } =
    [
        "x\" or space = \"ENG", "x\\\" or space = ENG or text ~ \\\"x", "x') or (space = 'ENG", "\" ) or ( type = page ) or ( title ~ \"salary",
        "x\\", "x\\\\\" or type = page or title ~ \"x", "ENG\") or space in (\"ENG", "* or type=page", "x\u201d or type = page", "currentUser()", "salary* order by space", "x AND NOT space = DOCS OR space = ENG",
    ];

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Row027_No_value_of_any_predicate_leaves_the_configured_spaces(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, configure: o => o.Spaces = ["DOCS"]);
        foreach (string value in Injections)
        {
            SearchPage?[] pages = await Task.WhenAll(Searches(confluence, value, AccessContext.Service));
            Assert.All(pages.SelectMany(page => page?.Hits ?? []), hit => Assert.Equal("DOCS", hit.Container?.Key));
            Assert.All(pages, page => Assert.DoesNotContain(page?.Omitted ?? [], omission => omission.Reason == OmissionReason.OutsideConfiguredScope));
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Row059_No_search_shows_a_reader_anything_of_a_hidden_page(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        SimulatedContent hidden = confluence.Content("Salary review notes");
        confluence.Simulator.Site.Edit(hidden.Id, confluence.Person("ada").AccountId, "<p>xylophone for the board</p>");
        confluence.Comment(9400, hidden, "ada", "<p>xylophone in a comment</p>");
        CqlContentType[] types = [CqlContentType.Page, CqlContentType.BlogPost, CqlContentType.Comment, CqlContentType.Attachment];
        Cql[] queries = [Cql.SiteSearch.Contains("xylophone"), Cql.Title.Contains("salary"), Cql.Id.Is(Discussion.Id(hidden.Id)), Cql.Type.In(types)];

        foreach (Cql query in queries)
        {
            string seen = await ShownAsync(confluence, query, confluence.Reader("ben"));
            Assert.DoesNotContain("xylophone", seen, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(hidden.Title, seen, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain($"\"{hidden.Id}\"", seen, StringComparison.Ordinal);
        }

        Assert.Contains("xylophone", await ShownAsync(confluence, queries[0], confluence.Reader("ada")), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Row059_A_total_does_not_count_what_is_hidden(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        SearchPage page = await confluence.Client.SearchContentAsync(new(Cql.Title.Contains("salary review notes")), confluence.Reader("ben"), Token);
        Assert.Empty(page.Hits);
        Assert.True(page.Total is { Value: null or 0 }, $"The total says {page.Total.Value}.");
    }

    private static Task<SearchPage?>[] Searches(SimulatedConfluence confluence, string value, AccessContext reader)
    {
        PrincipalId Person() => new(confluence.Reader("ada").User!.Value.Scheme, value);
        Func<SearchQuery>[] queries =
        [
            () => new(value), () => new("release") { Labels = [value] }, () => new("release") { Authors = [Person()] }, () => new("release") { Containers = [value] },
        ];
        Func<Cql>[] cqls =
        [
            () => Cql.Title.Contains(value), () => Cql.Title.Is(value), () => Cql.Label.Is(value), () => Cql.Creator.Is(Person()), () => Cql.Space.Is(value),
            () => Cql.Id.Is(new ContentId(value)), () => !Cql.Title.Is(value), () => Cql.Raw(value),
        ];
        return
        [
            .. queries.Select(query => OutcomeAsync(() => confluence.Client.SearchAsync(query(), reader, Token))),
            .. cqls.Select(cql => OutcomeAsync(() => confluence.Client.SearchContentAsync(new(cql()), reader, Token))),
        ];
    }

    private static async Task<SearchPage?> OutcomeAsync(Func<Task<SearchPage>> search)
    {
        try
        {
            return await search();
        }
        catch (InvalidQueryException)
        {
            return null; // refused: nothing was found
        }
    }

    private static async Task<string> ShownAsync(SimulatedConfluence confluence, Cql query, AccessContext reader)
    {
        List<SearchPage> pages = [];
        string? continuation = null;
        do
        {
            SearchPage page = await confluence.Client.SearchContentAsync(new(query) { Limit = 250, Continuation = continuation }, reader, Token);
            pages.Add(page with { Continuation = null });
            continuation = page.Continuation;
        }
        while (continuation is not null);

        return JsonSerializer.Serialize(pages);
    }
}
