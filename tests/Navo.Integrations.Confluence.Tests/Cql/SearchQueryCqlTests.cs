using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Internal;

namespace Navo.Integrations.Confluence.Tests.Queries;

public sealed class SearchQueryCqlTests
{
    public static TheoryData<SearchQuery> Foreign => [new SearchQuery("a") { Libraries = ["https://contoso.sharepoint.com/sites/hr/Policies"] }, new SearchQuery("a") { FileTypes = ["pdf"] }];

    [Theory, MemberData(nameof(Foreign))]
    public void Row041_a_filter_that_only_others_have_refuses_the_query(SearchQuery query) =>
        Assert.Throws<InvalidQueryException>(() => SearchQueryCql.Build(query, new([])));

    [Fact]
    public void Row041_a_window_to_the_ends_of_the_calendar_is_expressed()
    {
        string cql = SearchQueryCql.Build(new("a") { ModifiedSince = DateTimeOffset.MinValue, ModifiedBefore = DateTimeOffset.MaxValue }, new([]));
        Assert.Contains("lastmodified >= \"0001-01-01 00:00\"", cql, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("lastmodified < \"9999-12-31 23:59\"", cql, StringComparison.OrdinalIgnoreCase);
        string near = SearchQueryCql.Build(new("a") { ModifiedSince = new(2026, 11, 23, 8, 0, 0, TimeSpan.FromHours(2)) }, new([]));
        Assert.Contains("lastmodified >= \"2026-11-22 04:00\"", near, StringComparison.OrdinalIgnoreCase);
    }
}
