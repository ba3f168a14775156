using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Internal;

namespace Navo.Integrations.Confluence.Tests.Queries;

public sealed class SearchQueryCqlTests
{
    public static TheoryData<SearchQuery> Foreign => [new SearchQuery("a") { Libraries = ["https://contoso.sharepoint.com/sites/hr/Policies"] }, new SearchQuery("a") { FileTypes = ["pdf"] }];

    [Theory, MemberData(nameof(Foreign))]
    public void Row041_a_filter_that_only_others_have_refuses_the_query(SearchQuery query) =>
        Assert.Throws<InvalidQueryException>(() => SearchQueryCql.Build(query, new([])));
}
