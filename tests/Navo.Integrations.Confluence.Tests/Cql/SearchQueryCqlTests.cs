using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Internal;

namespace Navo.Integrations.Confluence.Tests.Cql;

public sealed class SearchQueryCqlTests
{
    public static TheoryData<SearchQuery> Foreign => [new("a") { Libraries = ["https://contoso.sharepoint.com/sites/hr/Policies"] }, new("a") { FileTypes = ["pdf"] }];

    [Theory, MemberData(nameof(Foreign))]
    public void Row041_a_filter_that_only_others_have_refuses_the_query(SearchQuery query) =>
        Assert.Throws<InvalidQueryException>(() => SearchQueryCql.Build(query, new([])));
}
