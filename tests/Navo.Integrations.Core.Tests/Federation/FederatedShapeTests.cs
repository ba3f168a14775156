using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using static Navo.Integrations.Core.Tests.Federation.FederationWorld;

namespace Navo.Integrations.Core.Tests.Federation;

/// <summary>Pages and queries that are not whole, and what a reader is told of what is hidden.</summary>
public sealed class FederatedShapeTests
{
    private readonly FakeTimeProvider _time = new();

    public static TheoryData<string> Malformed => ["title", "highlights", "hit", "hits", "page", "omitted", "id"];

    public static TheoryData<string> Members => ["Sources", "Scopes", "Kinds", "FileTypes", "Authors", "Labels"];

    public static TheoryData<string> Elements => ["Sources", "Scopes", "FileTypes", "Authors", "Labels"];

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Row079_A_malformed_page_is_its_own_source_s_failure(string what)
    {
        using FederationWorld world = new(_time, Good(), ScriptedSource.Of("bad", (_, _, _) => Task.FromResult(Broken(what))));

        FederatedPage page = await world.AskAsync(new("policy"));

        Assert.Equal(["good/1"], Keys([page]));
        SourceReport report = page.Reports.Single(r => r.Source.Kind == "bad");
        Assert.Equal(SourceStatus.Failed, report.Status);
        Assert.IsType<ProtocolException>(report.Error);
    }

    [Fact]
    public async Task Row079_A_malformed_later_page_leaves_what_came_before()
    {
        SearchPage first = ScriptedSource.Page(ScriptedSource.Hit("bad", "1")) with { Continuation = "next" };
        using FederationWorld world = new(_time, ScriptedSource.Of("bad", (query, _, _) => Task.FromResult(query.Continuation is null ? first : Broken("title"))));

        FederatedPage page = await world.AskAsync(new("policy"));

        Assert.Equal(["bad/1"], Keys([page]));
        Assert.Equal(SourceStatus.Partial, page.Reports[0].Status);
        Assert.IsType<ProtocolException>(page.Reports[0].ForReader().Error);
        Assert.Equal(SourceStatus.Partial, page.Reports[0].ForReader().Status);
    }

    [Theory]
    [MemberData(nameof(Members))]
    public async Task A_query_whose_list_is_null_is_refused_by_the_list_s_name(string member)
    {
        using FederationWorld world = new(_time, Good());

        InvalidQueryException refused = await Assert.ThrowsAsync<InvalidQueryException>(() => world.AskAsync(WithNull(member)));

        Assert.StartsWith(member, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Elements))]
    public async Task A_query_whose_list_holds_a_null_is_refused_by_the_list_s_name(string member)
    {
        using FederationWorld world = new(_time, Good());

        InvalidQueryException refused = await Assert.ThrowsAsync<InvalidQueryException>(() => world.AskAsync(WithNullIn(member)));

        Assert.StartsWith(member, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_that_is_not_whole_fails_its_own_item_of_a_batch()
    {
        using FederationWorld world = new(_time, Good());
        FederatedQuery[] queries = [new("policy"), .. Members.Select(m => WithNull(m.Data)), .. Elements.Select(m => WithNullIn(m.Data)), new("policy") { Limit = 3 }];

        List<BatchItem<FederatedQuery, FederatedPage>> items = await world.Search.SearchManyAsync(queries, Ada, cancellationToken: Token).ToListAsync(Token);

        Assert.Equal([0, queries.Length - 1], items.Where(i => i.Value is not null).Select(i => i.Index).Order());
        Assert.All(items.Where(i => i.Value is null), i => Assert.IsType<InvalidQueryException>(i.Error));
    }

    [Fact]
    public async Task Row079_A_reader_s_page_is_the_same_whether_something_undecidable_hidden_or_nothing_matches()
    {
        SearchPage none = ScriptedSource.Page();
        SearchPage hidden = none with { Omitted = [new(OmissionReason.NotPermitted, 2)] };
        SearchPage undecidable = none with { Omitted = [new(OmissionReason.PermissionUnknown, 1)] };
        List<string> seen = [];
        foreach (SearchPage source in new[] { none, hidden, undecidable })
        {
            using FederationWorld world = new(_time, Good(), ScriptedSource.Of("vault", (_, _, _) => Task.FromResult(source)));
            FederatedPage page = (await world.AskAsync(new("policy"))).ForReader();
            seen.Add(string.Join('|', page.Reports.Select(r => $"{r.Source} {r.Status} {r.Detail} {r.HitCount} {r.Omitted.Count}").Append($"{page.Total} {page.IsComplete} {page.Continuation}")));
        }

        Assert.Single(seen.Distinct());
    }

    private static IIntegration Good() => ScriptedSource.Paged("good", [ScriptedSource.Hit("good", "1")], 5);

    private static SearchPage Broken(string what)
    {
        SearchHit hit = ScriptedSource.Hit("bad", "1");
        return what switch
        {
            "title" => ScriptedSource.Page(hit with { Title = null! }),
            "highlights" => ScriptedSource.Page(hit with { Highlights = null! }),
            "hit" => ScriptedSource.Page(null!),
            "hits" => ScriptedSource.Page() with { Hits = null! },
            "omitted" => ScriptedSource.Page(hit) with { Omitted = null! },
            "id" => ScriptedSource.Page(hit with { Id = default }),
            _ => null!,
        };
    }

    private static FederatedQuery WithNull(string member) => member switch
    {
        "Sources" => new("policy") { Sources = null! },
        "Scopes" => new("policy") { Scopes = null! },
        "Kinds" => new("policy") { Kinds = null! },
        "FileTypes" => new("policy") { FileTypes = null! },
        "Authors" => new("policy") { Authors = null! },
        _ => new("policy") { Labels = null! },
    };

    private static FederatedQuery WithNullIn(string member) => member switch
    {
        "Sources" => new("policy") { Sources = [default] },
        "Scopes" => new("policy") { Scopes = [null!] },
        "FileTypes" => new("policy") { FileTypes = [null!] },
        "Authors" => new("policy") { Authors = [default] },
        _ => new("policy") { Labels = [null!] },
    };
}
